using ClusterActors.Clusters;
using ClusterActors.Journal;
using ClusterActors.Simulation;
using FsCheck.Fluent;

namespace ClusterActors.Tests.Clusters;

/// <summary>Whatever people try, in whatever order and under whatever regulation, one school leads the cluster, and authority passes with one event.</summary>
public sealed class ClusterOrderProperties
{
    private const int Commands = 100;

    private sealed class Walk
    {
        public int Tried { get; set; }

        public int Accepted { get; set; }

        public HashSet<Type> Passed { get; } = [];
    }

    [Fact]
    public void a_cluster_never_has_two_heads_and_authority_passes_with_one_event()
    {
        var walk = new Walk();
        Property.Holds(Gen.Choose(0, int.MaxValue), seed => Play(new Chance((ulong)seed), walk), tests: 80);
        Assert.True(walk.Accepted * 2 > walk.Tried, $"Of {walk.Tried} commands {walk.Accepted} were accepted: hardly an order of a year.");
        Assert.Contains(typeof(ClusterEvent.HandedOver), walk.Passed);
    }

    private static void Play(Chance chance, Walk walk)
    {
        var moves = new ClusterMoves(chance);
        var cluster = ClusterStory.StateOf(ClusterStory.Formed) with { Members = ClusterStory.Members.Take(chance.Between(3, 7)).ToEquatableList() };
        for (var i = 0; i < Commands; i++)
        {
            var (actor, command) = moves.Next(cluster);
            walk.Tried++;
            if (Decide(cluster, actor, command) is not Decision<ClusterEvent>.Accept accept)
                continue;
            walk.Accepted++;
            foreach (var e in accept.Events)
            {
                var after = Assert.IsType<ClusterState.Formed>(ClusterState.Evolve(cluster, e));
                Assert.Null(ClusterInvariants.Broken(cluster, e, after));
                AssertPassed(cluster, e, after, walk);
                cluster = after;
            }

            AssertOneHead(cluster);
        }
    }

    // By what the cluster answers, not by what it has written down: whoever can lead it leads it.
    private static void AssertOneHead(ClusterState.Formed c)
    {
        string[] former = [.. c.Bars.Select(bar => bar.Bar.School), .. c.Rolls.SelectMany(roll => roll.Schools)];
        var heads = c.Members.Concat(former).Distinct()
            .Where(school => ClusterMoves.OfHead(c, school).Any(lead => Decide(c, lead.Actor, lead.Command) is Decision<ClusterEvent>.Accept))
            .ToList();
        Assert.True(heads.Count <= 1, $"{string.Join(" and ", heads)} lead the cluster.");
        Assert.All(heads, head => Assert.Equal(c.InOffice?.Head, head));
        Assert.All(heads, head => Assert.Contains(head, c.Members));
    }

    private static void AssertPassed(ClusterState.Formed before, ClusterEvent e, ClusterState.Formed after, Walk walk)
    {
        var (old, now) = (before.InOffice, after.InOffice);
        if (old?.Head == now?.Head && old?.Year == now?.Year)
            return;
        Assert.True(now is not null, $"{e} left the cluster without a head.");
        walk.Passed.Add(e.GetType());
        switch (e)
        {
            case ClusterEvent.HandedOver over:
                Assert.Equal(before.Recognised, now);
                Assert.Equal(new[] { old!.Head, now.Head }.Distinct().Order(StringComparer.Ordinal), before.Handover.Append(over.School).Order(StringComparer.Ordinal));
                Assert.True(now.Year > old.Year, "A handover is to a later year.");
                break;
            case ClusterEvent.OfficersAppointed or ClusterEvent.OfficersOverridden:
                break;
            case ClusterEvent.MemberReleased or ClusterEvent.MembersMerged:
                Assert.DoesNotContain(old!.Head, after.Members);
                Assert.Equal(old.Year, now.Year);
                break;
            default:
                Assert.Fail($"{e} took authority from {old} to {now}.");
                break;
        }
    }

    private static Decision<ClusterEvent> Decide(ClusterState.Formed c, Actor actor, ClusterCommand command) =>
        ClusterDecider.Decide(c, command, new(ClusterStory.Key.ToString(), actor, Moment.Default));
}
