using ClusterActors.Campaigns;

namespace ClusterActors.Clusters;

/// <summary>What must hold of a cluster from one event to the next: it has one head in office or a vacancy.</summary>
public static class ClusterInvariants
{
    public static BrokenInvariant? Broken(ClusterState before, ClusterEvent? e, ClusterState after) =>
        after is ClusterState.Formed cluster && Flaw((before as ClusterState.Formed)?.InOffice, e, cluster) is { } flaw ? new(11, flaw) : null;

    private static string? Flaw(Officers? before, ClusterEvent? e, ClusterState.Formed cluster)
    {
        if (cluster.InOffice is not { } now)
            return before is null ? null : $"{cluster.Code} is left without officers";
        if (!cluster.Members.Contains(now.Head))
            return $"the head '{now.Head}' is no member";
        if (now.Deputies.Contains(now.Head) || now.Deputies.Distinct().Count() != now.Deputies.Count)
            return $"a school holds two offices: {now}";
        if (now.Acting != (cluster.Vacancy is not null) && !(cluster.Vacancy?.Year > now.Year))
            return $"{now.Head} acts {now.Acting}, and the vacancy is {cluster.Vacancy}";
        return before == now || e is ClusterEvent.HandedOver or ClusterEvent.OfficersAppointed or ClusterEvent.OfficersOverridden
            or ClusterEvent.MemberReleased or ClusterEvent.MembersMerged
            ? null
            : $"'{e?.GetType().Name}' changed who is in office";
    }
}
