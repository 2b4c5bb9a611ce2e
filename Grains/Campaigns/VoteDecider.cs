using System.Globalization;
using ClusterActors.Academy;
using ClusterActors.Ballots;
using ClusterActors.Beacons;

namespace ClusterActors.Campaigns;

/// <summary>Opening of votes, round by round (<see cref="VoteRounds"/>), and what both methods share. A secret ballot does not exist yet, and nothing here looks like one.</summary>
internal static class VoteDecider
{
    public static Decision<CampaignEvent> Open(CampaignState.Opened c, CampaignCommand.OpenVote open, Context context)
    {
        if ((c.Head(context.Actor) ?? c.In(Phase.Ranked)) is { } refusal)
            return refusal;
        if (c.Regulation.Votes.FirstOrDefault(v => v.Award == open.Award) is not { } rules)
            return new Refusal(RefusalCode.AwardNotVoted, $"The regulation has no vote on {open.Award}.");

        // In the regulation's order, because who is chosen for one award may be no candidate for the next.
        var before = c.Regulation.Votes.TakeWhile(v => v.Award != open.Award).Select(v => v.Award).Where(award => !VoteRounds.IsOver(c, award)).ToList();
        var last = VoteRounds.Latest(c, open.Award);
        return Check.When(before.Count > 0, RefusalCode.VotesMissing, $"First comes the vote on {string.Join(" and ", before)}.")
            ?? Check.When(last is { Outcome: null } || VoteRounds.IsOver(c, open.Award), RefusalCode.AlreadyExists, $"The vote on {open.Award} has been opened, and no further round is due.")
            ?? Committee.Seated(open.Committee, rules.Method.Value, rules.CommitteeSize.Value)
            ?? open.Committee.Select(c.Member).FirstOrDefault(r => r is not null)
            ?? (Decision<CampaignEvent>)new CampaignEvent.VoteOpened(
                c.Votes.Count + 1, rules, Candidates(c, open.Award, last), open.Committee, last is null ? null : VoteRounds.Following(last), last is null ? null : VoteRounds.OpenSeats(last),
                last is not null && VoteRounds.RevoteDue(last) ? true : null, Voters.Of(c, rules));
    }

    /// <summary>The votes that count: all but the annulled ones.</summary>
    public static IEnumerable<Vote> Valid(CampaignState.Opened c) => c.Votes.Where(v => !v.Annulled);

    /// <summary>Everything is counted: the outcome, or the question for a lot where only a lot can part equals.</summary>
    public static CampaignEvent End(CampaignState.Opened c, Vote vote) =>
        OutcomeOf(c, vote, seed: null) is { } outcome ? new CampaignEvent.VoteDecided(vote.Number, outcome) : new CampaignEvent.LotAsked(vote.Number);

    public static Decision<CampaignEvent> DrawLot(CampaignState.Opened c, Vote vote, Seed seed) =>
        new CampaignEvent.VoteDecided(vote.Number, OutcomeOf(c, vote, SeedBytes.For(Purpose(c.Key, vote.Number), seed))!);

    public static string Purpose(CampaignKey year, int vote) => string.Create(CultureInfo.InvariantCulture, $"{year} vote {vote}");

    /// <summary>Until the conference a vote can be annulled, and falls with all that came after it.</summary>
    public static Decision<CampaignEvent> Annul(CampaignState.Opened c, CampaignCommand.AnnulVote annul, Context context) =>
        Rights.Official(context.Actor)
        ?? c.In(Phase.Ranked)
        ?? Check.When(c.VoteOf(annul.Vote) is null, RefusalCode.VoteUnknown, $"There is no vote {annul.Vote}.")
        ?? Check.When(c.VoteOf(annul.Vote) is { Annulled: true }, RefusalCode.VoteNotOpen, $"Vote {annul.Vote} was annulled.")
        ?? CampaignChecks.Decision(annul.Decision, context)
        ?? Check.Text(annul.Reason, "reason", 1000)
        ?? (Decision<CampaignEvent>)new CampaignEvent.VoteAnnulled(
            annul.Vote, annul.Decision, annul.Reason, Valid(c).Where(v => v.Number >= annul.Vote).SelectMany(v => v.Outcome?.Chosen ?? []).ToEquatableList());

    /// <summary>An undecided vote of the method, or the refusal.</summary>
    public static Refusal? Undecided(CampaignState.Opened c, int number, VoteMethod method) => c.VoteOf(number) switch
    {
        null => new(RefusalCode.VoteUnknown, $"There is no vote {number}."),
        { Rules.Method.Value: var other } when other != method => new(RefusalCode.VoteOfOtherMethod, $"Vote {number} is held by the method {other}."),
        { Annulled: true } => new(RefusalCode.VoteNotOpen, $"Vote {number} was annulled."),
        { Outcome: not null } => new(RefusalCode.VoteNotOpen, $"Vote {number} is decided."),
        { LotAsked: true } => new(RefusalCode.VoteNotOpen, $"Vote {number} is counted and awaits a lot."),
        _ => null,
    };

    private static VoteOutcome? OutcomeOf(CampaignState.Opened c, Vote vote, ReadOnlyMemory<byte>? seed)
    {
        var (cast, valid, marks) = vote.Count is { } count
            ? (count.Returned, count.Valid, count.Marks)
            : (vote.Choices.Count, vote.Choices.Count, OpenBallot.Marks(vote).ToEquatableList());
        return Tally.Outcome(vote.Rules, vote.Roll.Count, cast, valid, marks, c.Ranking, seed, vote.Seats, vote.Revote);
    }

    private static EquatableList<string> Candidates(CampaignState.Opened c, Award award, Vote? last)
    {
        var honoured = c.Regulation.OneAwardPerSchool.Value ? Valid(c).SelectMany(v => v.Outcome?.Chosen ?? []) : [];
        var standing = last is null ? c.Roll : c.Roll.Intersect(VoteRounds.Staying(c, last));
        return standing.Except(honoured).Except(c.Barred(BarredFrom.Review))
            .Where(school => RegistrationDecider.MayBeCandidate(c, school, award)).Order(StringComparer.Ordinal).ToEquatableList();
    }
}
