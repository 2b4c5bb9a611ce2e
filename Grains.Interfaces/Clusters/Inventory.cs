using ClusterActors.Academy;

namespace ClusterActors.Clusters;

public abstract partial record ClusterCommand
{
    /// <summary>
    /// The head who leaves lists what is handed over, before the handover to the officers of a year; entered anew it has a reason and voids a
    /// signature that the earlier version had.
    /// </summary>
    [GenerateSerializer, Alias("list-inventory")]
    public sealed record ListInventory(
        [property: Id(0)] int Year, [property: Id(1)] EquatableList<HandoverItem> Items, [property: Id(2)] string? Reason = null) : ClusterCommand;
}

/// <summary>One thing that is handed over.</summary>
[GenerateSerializer, Alias("handover-item")]
public sealed record HandoverItem([property: Id(0)] HandoverSubject Subject, [property: Id(1)] string Text);

/// <summary>What is handed over to the officers of a year.</summary>
/// <param name="Version">Counts from 1 for each handover; both heads sign the same.</param>
/// <param name="Items">None where the head who listed them was replaced before the handover.</param>
public sealed record Inventory(int Year, int Version, EquatableList<HandoverItem> Items);
