using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Journal;
using ClusterActors.Simulation;
using ClusterActors.Simulation.People;
using FsCheck.Fluent;

namespace ClusterActors.Tests.Campaigns;

/// <summary>Whatever people try, in whatever order and under whatever regulation, the year goes forward or is returned one step.</summary>
public sealed class CampaignOrderProperties
{
    private static readonly DateOnly First = new(2020, 1, 20);
    private static readonly DateOnly Last = new(2021, 3, 20);

    private static readonly Phase[] Order =
    [
        Phase.Guided, Phase.PactOpen, Phase.Running, Phase.MidYearReviewed, Phase.SelfScoring, Phase.Drawing, Phase.CrossInspection,
        Phase.Ranked, Phase.Nominated, Phase.OfficersProposed, Phase.OfficersRecognised, Phase.HandedOver, Phase.Closed,
    ];

    // The pact in force, the ranking and all that comes after it.
    private static readonly Phase[] Published =
        [Phase.Running, Phase.Ranked, Phase.Nominated, Phase.OfficersProposed, Phase.OfficersRecognised, Phase.HandedOver, Phase.Closed];

    private sealed class Walk
    {
        public int Tried { get; set; }

        public int Accepted { get; set; }

        public int Returned { get; set; }

        public HashSet<Phase> Reached { get; } = [];
    }

    [Fact]
    public void a_phase_never_goes_back_but_by_a_logged_return_of_one_step_from_what_is_not_published()
    {
        var walk = new Walk();
        Property.Holds(Gen.Choose(0, int.MaxValue), seed => Play(new Chance((ulong)seed), walk), tests: 60);
        Assert.True(walk.Accepted * 2 > walk.Tried, $"Of {walk.Tried} commands {walk.Accepted} were accepted: hardly an order of a year.");
        Assert.Superset(new HashSet<Phase>(Order), walk.Reached);
        Assert.True(walk.Returned > 0, "No year was returned.");
    }

    private static void Play(Chance chance, Walk walk)
    {
        var roll = CampaignStory.Roll.Take(chance.Between(3, 7)).ToEquatableList();
        var regulations = new Regulations(chance);
        var regulation = regulations.Of(2020, roll.Count) with { Membership = regulations.Membership() };
        regulation = regulation with { Inspection = regulation.Inspection with { SearchLimit = regulation.Inspection.SearchLimit! with { Value = 25 } } };
        var moves = new CampaignMoves(regulation, chance);
        var year = new CampaignState.Opened(CampaignStory.Key, regulation, roll, new(2020, roll[0], roll.Skip(1).Take(2).ToEquatableList()));
        for (var day = First; day < Last && year.Phase != Phase.Closed; day = day.AddDays(chance.Below(7)))
        {
            var (actor, command) = moves.Next(year, day);
            walk.Tried++;
            if (CampaignDecider.Decide(year, command, new(CampaignStory.Key.ToString(), actor, new(day.ToDateTime(new(5, 0)), TimeSpan.Zero))) is not Decision<CampaignEvent>.Accept accept)
                continue;
            walk.Accepted++;
            foreach (var e in accept.Events)
            {
                year = After(year, e);
                walk.Returned += e is CampaignEvent.PhaseReturned ? 1 : 0;
                walk.Reached.Add(year.Phase);
            }
        }
    }

    private static CampaignState.Opened After(CampaignState.Opened before, CampaignEvent e)
    {
        var after = Assert.IsType<CampaignState.Opened>(CampaignState.Evolve(before, e));
        Assert.Null(CampaignInvariants.Broken(before, e, after));
        var order = Order.Where(phase => phase != Phase.MidYearReviewed || before.Regulation.OptionalPhases.Value.Contains(OptionalPhase.MidYearReview)).ToList();
        var steps = order.IndexOf(after.Phase) - order.IndexOf(before.Phase);
        if (steps >= 0)
        {
            Assert.False(e is CampaignEvent.PhaseReturned, $"A return went from {before.Phase} to {after.Phase}.");
            return after;
        }

        var returned = e as CampaignEvent.PhaseReturned;
        Assert.True(returned is not null, $"{e} led from {before.Phase} back to {after.Phase}.");
        Assert.False(string.IsNullOrWhiteSpace(returned.Reason), "A return has a reason.");
        Assert.Equal(-1, steps);
        Assert.DoesNotContain(before.Phase, Published);
        Assert.Equal(new(before.Phase, after.Phase, returned.School, returned.Reason), after.Returns[^1]);
        return after;
    }
}
