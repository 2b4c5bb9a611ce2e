using ClusterActors.Academy;
using ClusterActors.Clusters;
using ClusterActors.Elections;
using ClusterActors.Tests.Clusters;
using FsCheck.Fluent;
using static ClusterActors.Tests.Elections.ElectionStory;
using Election0 = ClusterActors.Tests.Given<ClusterActors.Elections.ElectionState, ClusterActors.Elections.ElectionCommand, ClusterActors.Elections.ElectionEvent>;

namespace ClusterActors.Tests.Elections;

public sealed class ElectionProperties
{
    private static readonly EquatableList<string> Counting = ["s00", "s01", "s02"];

    [Fact]
    public void whatever_the_rules_and_votes_an_election_ends_as_the_oracle_says() => Property.Holds(
        ElectionCase.All,
        c =>
        {
            var oracle = new ElectionOracle(c);
            var officers = oracle.Hold();
            var held = Held(c, c.Terms);
            Assert.Equal(oracle.Rounds.Select(r => string.Join(' ', r.Elected)), StateOf(held).Rounds.Select(r => string.Join(' ', r.Outcome!.Elected)));
            Assert.Equal(oracle.Rounds.Select(r => r.Lot), StateOf(held).Rounds.Select(r => r.Outcome!.Seed is not null));
            Assert.Equal(officers, (held.History[^1] as ElectionEvent.OfficersElected)?.Officers);
            Assert.Equal(officers is null, held.History[^1] is ElectionEvent.Failed);
        },
        600);

    [Fact]
    public void the_order_of_roll_candidates_and_ranking_does_not_matter() => Property.Holds(
        ElectionCase.All, c => Assert.Equal(Held(c, c.Terms).History.Skip(1), Held(c, c.Shuffled).History.Skip(1)), 100);

    [Fact]
    public void nobody_is_elected_twice_and_seats_and_rounds_have_their_bounds() => Property.Holds(ElectionCase.All, c =>
    {
        var state = StateOf(Held(c, c.Terms));
        var elected = state.Rounds.SelectMany(r => r.Outcome!.Elected).ToList();
        Assert.Equal(elected.Distinct(), elected);
        Assert.All(elected, school => Assert.Contains(school, c.Terms.Candidates));
        Assert.All(state.Rounds, r => Assert.InRange(r.Outcome!.Elected.Count, 0, r.Seats));
        Assert.InRange(state.Deputies.Count, 0, c.Terms.Deputies);
        Assert.All(Enum.GetValues<Office>(), office => Assert.InRange(state.Rounds.Count(r => r.Office == office), 0, c.Terms.Rules.Rounds.Value + (c.Terms.Rules.TieChain.Value.Contains(TieBreak.Revote) ? 1 : 0)));
        Assert.All(state.Rounds.Where(r => !r.Outcome!.Quorum), r => Assert.Empty(r.Outcome!.Elected));
    });

    [Fact]
    public void every_way_an_election_can_go_is_among_the_generated_ones()
    {
        var held = Property.Samples(ElectionCase.All, 400).Select(c => Held(c, c.Terms)).ToList();
        var rounds = held.SelectMany(h => StateOf(h).Rounds).ToList();
        Assert.Contains(held, h => h.History[^1] is ElectionEvent.Failed);
        Assert.Contains(held, h => h.History[^1] is ElectionEvent.OfficersElected { Unfilled: 0, Officers.Deputies.Count: > 1 });
        Assert.Contains(held, h => h.History[^1] is ElectionEvent.OfficersElected { Unfilled: > 0 });
        Assert.Contains(rounds, r => r is { Office: Office.Head, Outcome.Seed: not null });
        Assert.Contains(rounds, r => r is { Office: Office.Deputy, Final: false, Outcome.Seed: not null });
        Assert.Contains(rounds, r => r is { Office: Office.Deputy, Final: true, Outcome.Seed: not null });
        Assert.Contains(rounds, r => !r.Outcome!.Quorum);
        Assert.Contains(rounds, r => r is { Revote: true, Outcome.Elected.Count: > 0 });
        Assert.Contains(rounds, r => r.Number > 2 && r.Outcome!.Elected.Count > 0);
    }

    private static Election0 Held(ElectionCase c, ElectionTerms terms)
    {
        var given = NotCalled.And(Who.Grain(ClusterStory.Key), new ElectionCommand.Call(terms));
        while (StateOf(given).Stage is ElectionStage.Voting)
        {
            given = given.And(Who.Officer("s00"), new ElectionCommand.OpenRound(Counting));
            var round = StateOf(given).Rounds[^1];
            given = given
                .And(Who.Officer("s00"), new ElectionCommand.RecordCount(round.Number, c.Count(round.Number, round.Candidates, round.Seats)))
                .And(Who.Officer("s01"), new ElectionCommand.ConfirmCount(round.Number, 1))
                .And(Who.Officer("s02"), new ElectionCommand.ConfirmCount(round.Number, 1));
            if (StateOf(given).Rounds[^1].Lot is { } purpose)
                given = given.And(Beacon, new ElectionCommand.ReceiveSeed(purpose, c.Seed));
        }

        return given;
    }
}
