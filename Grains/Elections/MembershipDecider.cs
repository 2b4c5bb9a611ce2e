using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Elections;

/// <summary>
/// Mergers while officers are being elected. The roll is frozen but for them: nobody votes, counts for a quorum or is elected who is no more.
/// Rounds that are decided stay as they were; a seat of a school that is no more is voted on again.
/// </summary>
internal static class MembershipDecider
{
    public static Decision<ElectionEvent> Apply(ElectionState.Called e, Merger merger, Context context)
    {
        var left = e.Terms.Roll.Where(merger.Schools.Contains).ToEquatableList();
        var refusal = Rights.System(context.Actor, new ClusterKey(e.Key.Cluster).ToString())
            ?? Check.When(e.Stage is ElectionStage.Elected or ElectionStage.Failed, RefusalCode.WrongPhase, "The election is over; what becomes of the posts is the cluster's.")
            ?? Check.When(left.Count == 0, RefusalCode.NotAMember, "None of the schools that were merged is on the roll.");
        if (refusal is not null)
            return refusal;

        var merged = Merged(e, merger, left);
        var after = Evolve(e, merged);
        return after.UnderWay is null && RoundDecider.Result(after) is { } result ? new Decision<ElectionEvent>.Accept([merged, result]) : merged;
    }

    public static ElectionState.Called Evolve(ElectionState.Called e, ElectionEvent.MembersMerged merged) => e with
    {
        Terms = e.Terms with
        {
            Roll = After(e.Terms.Roll, merged),
            Candidates = After(e.Terms.Candidates, merged),
            Voters = e.Terms.Voters is { } voters ? After(voters, merged) : null,
        },
        Rounds = e.Rounds.Select(round => round.Number == merged.Annulled ? round with { Annulled = true } : round == e.UnderWay ? Going(round, merged) : round).ToEquatableList(),
        Stage = merged.Annulled is not null && e.Stage == ElectionStage.WaitingForLot ? ElectionStage.Voting : e.Stage,
    };

    private static ElectionEvent.MembersMerged Merged(ElectionState.Called e, Merger merger, EquatableList<string> left)
    {
        var policies = MembershipPolicies.Of(e.Terms.Membership);
        var comes = merger.Cluster == e.Key.Cluster && merger.IsOfNewSchool() && !e.Terms.Roll.Contains(merger.Successor);
        var heir = comes && policies.Vote == VotePolicy.SuccessorTakesPlace ? merger.Successor : null;
        return e.UnderWay switch
        {
            null => new(merger, left, heir, null, []),
            { } round when policies.Election == ElectionPolicy.RoundAgain || !CanGoOn(e, round, left) => new(merger, left, heir, round.Number, []),
            { Choices: var votes } => new(merger, left, heir, null, votes.Where(v => left.Contains(v.School) || v.Choices.Any(left.Contains)).Select(v => v.School).ToEquatableList()),
        };
    }

    private static bool CanGoOn(ElectionState.Called e, Round round, EquatableList<string> left) =>
        e.Terms.Rules.Method.Value == VoteMethod.Open && round.Lot is null && !round.Candidates.All(left.Contains);

    private static Round Going(Round round, ElectionEvent.MembersMerged merged) => round with
    {
        Candidates = round.Candidates.Where(school => !merged.Left.Contains(school)).ToEquatableList(),
        Choices = round.Choices.Where(vote => !merged.Void.Contains(vote.School)).ToEquatableList(),
    };

    // The heir stands for election also where one of those that it came out of was barred: a bar is a school's own.
    private static EquatableList<string> After(EquatableList<string> schools, ElectionEvent.MembersMerged merged)
    {
        var staying = schools.Where(school => !merged.Left.Contains(school)).ToEquatableList();
        return merged.Heir is { } heir ? staying.Add(heir) : staying;
    }
}
