using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant11OneHead() : Invariant(11, "a cluster has one head in office or a vacancy, and authority changes at one event")
{
    // A campaign hears of these later, when the Academy may have replaced them.
    private readonly Dictionary<CampaignKey, Officers?> openers = [];
    private readonly Dictionary<CampaignKey, Officers> successors = [];

    public override void Committed(World world, Commit commit)
    {
        foreach (var (e, read, before, after) in commit.Events)
        {
            if (after is ClusterState.Formed cluster)
                Check(read, (ClusterState)before, cluster);
            if (before is ClusterState.Formed was)
                Succeeds(was, read, commit.Events);
            if (read is ClusterEvent.YearOpened year && after is ClusterState.Formed opener)
                openers[new(opener.Code, year.Year)] = opener.InOffice;
            if (read is CampaignEvent.Opened opened)
                Holds(openers.GetValueOrDefault(new(opened.Cluster, opened.Regulation.Year)) == opened.Officers,
                    $"the year {opened.Regulation.Year} was opened under {opened.Officers}, who were not in office");
            if (read is ClusterEvent.HandedOver over && after is ClusterState.Formed left)
                successors[new(left.Code, over.Officers.Year - 1)] = over.Officers;
            if (read is CampaignEvent.HandoverNoted noted && after is CampaignState.Opened c)
                Holds(successors.GetValueOrDefault(c.Key) == noted.Officers && noted.Head == noted.Officers?.Head, $"{noted.Officers} took over, and nobody has handed over to them");
        }
    }

    /// <summary>Who leads the cluster leads its year: an officer replaced meanwhile is known there a minute later.</summary>
    public override void Healed(World world)
    {
        foreach (var key in world.Year.Campaigns)
        {
            if (world.Ledger.State<CampaignState.Opened>(key) is { Phase: < Phase.Closed } c && world.Ledger.State<ClusterState.Formed>(new ClusterKey(key.Cluster))?.InOffice is { } now && now.Year == key.Year)
                Holds(c.Officers == now, $"{key} is led by {c.Officers}, and {now} are in office");
        }
    }

    /// <summary>Rotation, election or vacancy as the regulation has it, and the queue as it has to be afterwards.</summary>
    private void Succeeds(ClusterState.Formed before, object? read, IReadOnlyList<Happened> commit)
    {
        if (read is ClusterEvent.HandedOver over)
            Holds(over.Queue.SequenceEqual(RotationOracle.LineAfter(before.InOffice, before.Queue, over.Officers)), $"the queue after the handover is {over.Queue}");
        if (before.InOffice is not { } inOffice || before.Guided.FirstOrDefault(g => g.Guidance.Year == inOffice.Year) is not { } guided)
            return;
        var rules = guided.Regulation.Officers;
        var bars = BarOracle.Of(before.Bars);
        var next = RotationOracle.Next(inOffice, before.Queue, rules, Barred, out var passed);
        // Of those elected some may have left meanwhile: what becomes of them is replayed.
        if (commit.Any(h => h.Event is ClusterEvent.HeadVacant { Reason: VacancyReason.HeadLeft }))
            return;
        var vacant = commit.Any(h => h.Event is ClusterEvent.HeadVacant);
        if (read is ClusterEvent.OfficersProposed proposed && vacant)
            Holds(proposed.Officers == RotationOracle.Acting(inOffice, before.Queue, before.Members, Barred), $"{proposed.Officers} are proposed for a vacant post after {inOffice}");
        else if (read is ClusterEvent.OfficersProposed { Method: OfficerMethod.RotationQueue } rotated)
            Holds(rotated.Officers == next && passed.SequenceEqual(rotated.Skipped ?? []), $"{rotated} are proposed by rotation and should be {next}, without {string.Join(", ", passed)}");
        if (read is ClusterEvent.ElectionCalled)
            Holds(next is null && rules.Election is not null, $"an election is called, and {next} follow by rotation");
        if (read is ClusterEvent.HeadVacant { Reason: VacancyReason.NobodyToFollow })
            Holds(next is null && (rules.Election is null || before.Members.All(Barred)), $"the post is vacant, and {next} follow by rotation or the members elect");

        bool Barred(string school) => bars.Keeps(school, inOffice.Year, guided.Regulation, BarredFrom.Posts);
    }

    private void Check(object? read, ClusterState previous, ClusterState.Formed cluster)
    {
        var broken = ClusterInvariants.Broken(previous, read as ClusterEvent, cluster);
        Holds(broken is null, broken?.Detail ?? "");
        var before = (previous as ClusterState.Formed)?.InOffice;
        if (read is ClusterEvent.HandedOver over)
        {
            Holds(before is null || over.Officers.Year == before.Year + 1, $"{over.Officers.Year} follows {before?.Year}");
            Holds(over.School == over.Officers.Head || over.School == before?.Head, $"'{over.School}' handed over and is neither the old nor the new head");
        }
    }
}
