using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>What schools had planned that have been merged.</summary>
internal static class TargetSuccession
{
    /// <summary>The targets since then: by the regulation the successor plans what its predecessors did beside its own, where it is on the roll.</summary>
    public static EquatableList<Target> After(CampaignState.Opened c, CampaignEvent.MembersMerged merged)
    {
        var successor = merged.Heir ?? c.Roll.FirstOrDefault(school => school == merged.Merger.Successor);
        return successor is null || c.Regulation.Membership?.Targets?.Value != TargetPolicy.SuccessorTakesPlan
            ? c.Pact.Targets
            : c.Pact.Targets.Select(target => target.Measure is { } measure ? target with { Measure = measure with { Planned = Passed(measure.Planned, merged.Left, successor) } } : target).ToEquatableList();
    }

    private static EquatableList<PlannedValue> Passed(EquatableList<PlannedValue> planned, EquatableList<string> left, string successor)
    {
        var passed = planned.Where(p => left.Contains(p.School) || p.School == successor).ToList();
        return passed.Exists(p => p.School != successor)
            ? planned.Except(passed).Append(new(successor, passed.Sum(p => p.Value))).ToEquatableList()
            : planned;
    }
}
