using ClusterActors.Academy;
using ClusterActors.Ballots;

namespace ClusterActors.Campaigns;

/// <summary>Opening of votes, and what both methods share. A secret ballot does not exist yet, and nothing here looks like one.</summary>
internal static class VoteDecider
{
    public static Decision<CampaignEvent> Open(CampaignState.Opened c, CampaignCommand.OpenVote open, Context context)
    {
        if ((c.Head(context.Actor) ?? c.In(Phase.Ranked)) is { } refusal)
            return refusal;
        if (c.Regulation.Votes.FirstOrDefault(v => v.Award == open.Award) is not { } rules)
            return new Refusal(RefusalCode.AwardNotVoted, $"The regulation has no vote on {open.Award}.");

        // In the regulation's order, because who is chosen for one award may be no candidate for the next.
        var before = c.Regulation.Votes.TakeWhile(v => v.Award != open.Award).Select(v => v.Award).Where(award => OutcomeOf(c, award) is null).ToList();
        return Check.When(before.Count > 0, RefusalCode.VotesMissing, $"First comes the vote on {string.Join(" and ", before)}.")
            ?? Check.When(c.Votes.Any(v => v.Rules.Award == open.Award), RefusalCode.AlreadyExists, $"The vote on {open.Award} has been opened.")
            ?? Committee.Seated(open.Committee, rules.Method.Value, rules.CommitteeSize.Value)
            ?? open.Committee.Select(c.Member).FirstOrDefault(r => r is not null)
            ?? (Decision<CampaignEvent>)new CampaignEvent.VoteOpened(c.Votes.Count + 1, rules, Candidates(c), open.Committee);
    }

    /// <summary>The outcome of an award's vote; null while it is not decided.</summary>
    public static VoteOutcome? OutcomeOf(CampaignState.Opened c, Award award) => c.Votes.FirstOrDefault(v => v.Rules.Award == award)?.Outcome;

    /// <summary>For a lot: from the ranking, which was fixed before the vote was opened, so that no count and no vote can choose it.</summary>
    public static byte[] SeedOf(CampaignState.Opened c, Vote vote) => Draw.SeedOf(c.Key, $"vote {vote.Rules.Award}", CanonicalJson.Write(c.Ranking));

    /// <summary>An undecided vote of the method, or the refusal.</summary>
    public static Refusal? Undecided(CampaignState.Opened c, int number, VoteMethod method) => c.VoteOf(number) switch
    {
        null => new(RefusalCode.VoteUnknown, $"There is no vote {number}."),
        { Rules.Method.Value: var other } when other != method => new(RefusalCode.VoteOfOtherMethod, $"Vote {number} is held by the method {other}."),
        { Outcome: not null } => new(RefusalCode.VoteNotOpen, $"Vote {number} is decided."),
        _ => null,
    };

    private static EquatableList<string> Candidates(CampaignState.Opened c)
    {
        var honoured = c.Regulation.OneAwardPerSchool.Value ? c.Votes.SelectMany(v => v.Outcome?.Chosen ?? []) : [];
        return c.Roll.Except(honoured).Order(StringComparer.Ordinal).ToEquatableList();
    }
}
