using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Clusters;

/// <summary>The inventory that a head leaves, and the two signatures under it; with the second, authority passes.</summary>
internal static class HandoverDecider
{
    private const int MostItems = 200;

    public static Decision<ClusterEvent> List(ClusterState.Formed cluster, ClusterCommand.ListInventory list, Context context)
    {
        if (NotDue(cluster, list.Year) is { } refusal)
            return refusal;
        var subjects = RulesOf(cluster, list.Year)?.Subjects.Value ?? [];
        var missing = subjects.Where(subject => list.Items.All(item => item.Subject != subject)).ToList();
        return Rights.Represents(context.Actor, cluster.InOffice?.Head ?? "")
            ?? Check.When(list.Items.Count is 0 or > MostItems, RefusalCode.InventoryInvalid, $"An inventory has 1 to {MostItems} entries.")
            ?? list.Items.Select(item => Check.Text(item.Text, "entry", 1000)).FirstOrDefault(r => r is not null)
            ?? Check.When(missing.Count > 0, RefusalCode.InventoryInvalid, $"The regulation wants an entry about {string.Join(", ", missing)}.")
            ?? CampaignChecks.Reason(list.Reason, again: cluster.DueInventory is not null)
            ?? Accept(new ClusterEvent.InventoryListed(new(list.Year, cluster.Inventory is { } last && last.Year == list.Year ? last.Version + 1 : 1, list.Items), list.Reason));
    }

    public static Decision<ClusterEvent> Sign(ClusterState.Formed cluster, ClusterCommand.SignHandover sign, Context context)
    {
        if (NotDue(cluster, sign.Year) is { } refusal)
            return refusal;
        var signers = cluster.HandoverSigners.ToList();
        return Check.When(!signers.Contains(sign.School), RefusalCode.Forbidden, "A handover is signed by the head who leaves and the head who comes.")
            ?? Rights.Signs(context.Actor, sign.School)
            ?? Check.When(cluster.Handover.Contains(sign.School), RefusalCode.AlreadySigned, $"School '{sign.School}' has signed already.")
            ?? Check.Past(sign.SignedOn, "signature", context)
            ?? Read(cluster, sign, signers.Count)
            ?? Accept(signers.Count == cluster.Handover.Count + 1
                ? new ClusterEvent.HandedOver(sign.School, sign.SignedOn, cluster.Recognised!, QueueAfter(cluster, cluster.Recognised!), sign.Inventory)
                : new ClusterEvent.HandoverSigned(sign.School, sign.SignedOn, sign.Inventory));
    }

    // A head that follows itself has nothing to hand over.
    private static Refusal? Read(ClusterState.Formed cluster, ClusterCommand.SignHandover sign, int signers)
    {
        var current = cluster.DueInventory?.Version;
        return Check.When(current is null && signers > 1 && RulesOf(cluster, sign.Year) is not null, RefusalCode.InventoryMissing, "The head who leaves has not listed yet what is handed over.")
            ?? Check.When(sign.Inventory != current, RefusalCode.InventoryChanged, $"The inventory is at version {current}; that one is to be signed.");
    }

    // The year that ends rules how it is handed over.
    private static HandoverRules? RulesOf(ClusterState.Formed cluster, int year) => cluster.Guided.LastOrDefault(g => g.Guidance.Year == year - 1)?.Regulation.Handover;

    private static Refusal? NotDue(ClusterState.Formed cluster, int year) =>
        Check.When(cluster.Recognised?.Year != year, RefusalCode.NoHandoverDue, $"No officers for {year} have been recognised and wait for a handover.")
        ?? Check.When(cluster.Closed.Contains(year - 1), RefusalCode.NoHandoverDue, $"The year {year - 1} was ended before its head handed over.");

    // Who comes into office leaves the queue; who goes out of office joins its end, the head first.
    private static EquatableList<string> QueueAfter(ClusterState.Formed cluster, Officers next)
    {
        string[] before = cluster.InOffice is { } o ? [o.Head, .. o.Deputies] : [];
        return cluster.Queue.Concat(before).Where(s => s != next.Head && !next.Deputies.Contains(s)).ToEquatableList();
    }

    private static Decision<ClusterEvent> Accept(ClusterEvent e) => e;
}
