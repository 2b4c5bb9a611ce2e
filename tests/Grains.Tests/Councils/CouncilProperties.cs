using ClusterActors.Academy;
using ClusterActors.Councils;
using FsCheck;
using FsCheck.Fluent;
using static ClusterActors.Tests.Academy.SampleRegulation;

namespace ClusterActors.Tests.Councils;

/// <summary>The outcome of a vote, recounted member by member; and the share of the Government's Flag, whatever is granted, revoked and proposed.</summary>
public sealed class CouncilProperties
{
    private static readonly Gen<(CouncilRules Rules, bool?[] Members, bool Chair, decimal Score, decimal Minimum)> Votes =
        from members in Gen.Choose(1, 12)
        from quorum in Gen.Choose(0, 6)
        from threshold in Gen.Choose(1, 6)
        from exceeded in Gen.Elements(true, false)
        from basis in Gen.Elements(Enum.GetValues<PercentageBase>())
        from chairNeeded in Gen.Elements(true, false)
        from absent in Gen.Choose(0, members)
        from votes in Gen.ArrayOf(Gen.Elements<bool?>(true, true, false, null), members - absent)
        from chair in Gen.Elements(true, false)
        from score in Property.Points(100)
        from minimum in Property.Points(100)
        let rules = Vote(new(threshold, 6), exceeded, basis, chairNeeded)
        select (
            CouncilStory.Rules with { Members = Sourced(members), Quorum = Sourced(new Fraction(quorum, 6)), Awards = [new(Award.Flag, rules, Sourced(minimum))] },
            votes, chair && votes.Length > 0, score, minimum);

    private static CouncilVoteRules Vote(Fraction threshold, bool exceeded, PercentageBase basis, bool chair) => new(Sourced(threshold), Sourced(exceeded), Sourced(basis), Sourced(chair));

    // Who stands first in the list is the chair, if the chair took part.
    [Fact]
    public void a_vote_comes_to_what_a_recount_member_by_member_comes_to() => Property.Holds(
        Votes,
        vote =>
        {
            var (rules, members, chair, score, minimum) = vote;
            if (!chair && members.Length == rules.Members.Value)
                return;
            var council = CouncilStory.Nothing
                .And(CouncilStory.Campaign(), CouncilStory.Nominated(score: score, rules: rules with { Dossier = [] }))
                .And(Who.Official, CouncilStory.Appraisal())
                .And(Who.Official, CouncilStory.Session(members.Length, chair));
            var (inFavour, against) = (members.Count(m => m == true), members.Count(m => m == false));
            var count = new CouncilCount(inFavour, against, chair ? members[0] : null);
            var outcome = council.When(Who.Official, CouncilStory.Vote() with { Count = count }).One<CouncilEvent.CouncilVoted>().Advice.Outcome;

            var wanted = rules.Awards[0].Vote;
            var basis = wanted.Base.Value switch { PercentageBase.Roll => rules.Members.Value, PercentageBase.Cast => members.Length, _ => inFavour + against };
            var (share, needed) = (6 * inFavour, wanted.Threshold.Value.Numerator * basis);
            var recommended = 6 * members.Length >= rules.Quorum.Value.Numerator * rules.Members.Value
                && basis > 0
                && (wanted.Exceeded.Value ? share > needed : share >= needed)
                && (!wanted.Chair.Value || (chair && members[0] == true))
                && score >= minimum;
            Assert.Equal((recommended, basis), (outcome.Recommended, outcome.Base));
        },
        100);

    [Fact]
    public void never_are_more_proposed_than_the_share_gives_at_that_moment() => Property.Holds(
        from steps in Gen.ArrayOf(from school in Gen.Choose(1, 6) from kind in Gen.Choose(0, 3) select (school, kind), 30)
        from share in Gen.Choose(0, 4)
        select (steps, share),
        story =>
        {
            var rules = CouncilStory.Rules with { GovernmentFlag = CouncilStory.Rules.GovernmentFlag! with { MostShare = Sourced(new Fraction(story.share, 4)) } };
            var council = CouncilStory.Granted(6, rules);
            var (state, standing) = (council.State, Enumerable.Range(1, 6).ToHashSet());
            var proposed = 0;
            foreach (var (n, kind) in story.steps)
            {
                var (school, cluster) = (FormattableString.Invariant($"school-{n}"), FormattableString.Invariant($"{n}"));
                var (actor, command) = kind switch
                {
                    0 => (CouncilStory.Campaign(cluster), (CouncilCommand)new CouncilCommand.NoteDecision(cluster, Award.Flag, school, CouncilStanding.Revoked, CouncilStory.Decision)),
                    1 or 2 => (Who.Official, new CouncilCommand.RecordGovernmentVote(1, school, new(9, 0, true), "Lần nữa")),
                    _ => (Who.Official, new CouncilCommand.ProposeToGovernment(school, CouncilStory.Decision)),
                };
                if (CouncilDecider.Decide(state, command, new(council.Stream, actor, Moment.Default)) is not ClusterActors.Journal.Decision<CouncilEvent>.Accept { Events: var events })
                    continue;
                if (kind == 0)
                    standing.Remove(n);
                if (kind == 3)
                    Assert.True(4 * ++proposed <= story.share * standing.Count && standing.Contains(n));
                state = events.Aggregate(state, CouncilState.Evolve);
            }
        },
        100);
}
