namespace ClusterActors.Clusters;

public abstract partial record ClusterEvent
{
    [EventName("inventory-listed")]
    public sealed record InventoryListed(Inventory Inventory, string? Reason = null) : ClusterEvent;
}
