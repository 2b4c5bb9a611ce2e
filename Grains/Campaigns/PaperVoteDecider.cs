using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>
/// A vote on paper: the committee (ban kiểm phiếu) records what was issued, returned, valid and marked, others of it confirm.
/// Who marked what is nowhere in the system.
/// </summary>
internal static class PaperVoteDecider
{
    public static Decision<CampaignEvent> Record(CampaignState.Opened c, CampaignCommand.RecordCount record, Context context)
    {
        if (VoteDecider.Undecided(c, record.Vote, VoteMethod.Paper) is { } refusal)
            return refusal;
        var vote = c.VoteOf(record.Vote)!;
        return OnTheCommittee(vote, context.Actor)
            ?? AddsUp(record.Count, vote, c.Roll.Count)
            ?? CampaignChecks.Reason(record.Reason, again: vote.Recording > 0)
            ?? (Decision<CampaignEvent>)new CampaignEvent.CountRecorded(vote.Number, record.Count, Rights.SchoolOf(context.Actor)!, record.Reason);
    }

    public static Decision<CampaignEvent> Confirm(CampaignState.Opened c, CampaignCommand.ConfirmCount confirm, Context context)
    {
        if (VoteDecider.Undecided(c, confirm.Vote, VoteMethod.Paper) is { } undecided)
            return undecided;
        var vote = c.VoteOf(confirm.Vote)!;
        if (vote.Count is null)
            return new Refusal(RefusalCode.CountMissing, $"No count of vote {vote.Number} has been recorded.");

        var refusal = OnTheCommittee(vote, context.Actor)
            ?? Check.When(vote.Recording != confirm.Recording, RefusalCode.CountChanged, $"The count has been recorded anew; recording {vote.Recording} is to be confirmed.");
        if (refusal is not null)
            return refusal;
        var school = Rights.SchoolOf(context.Actor)!;
        if (school == vote.RecordedBy || vote.Confirmations.Contains(school))
            return new Refusal(RefusalCode.AlreadyConfirmed, $"School '{school}' has recorded or confirmed this count.");

        var confirmed = new CampaignEvent.CountConfirmed(vote.Number, school);
        if (vote.Confirmations.Count + 1 < vote.Rules.Confirmations.Value)
            return confirmed;
        return new Decision<CampaignEvent>.Accept([confirmed, VoteDecider.End(c, vote)]);
    }

    private static Refusal? OnTheCommittee(Vote vote, Actor actor) =>
        Rights.SchoolOf(actor) is { } school && vote.Committee.Contains(school)
            ? null
            : new(RefusalCode.NotOnTheCommittee, "Only the counting committee records and confirms.");

    private static Refusal? AddsUp(PaperCount count, Vote vote, int roll)
    {
        if (count.Issued < 0 || count.Returned < 0 || count.Valid < 0 || count.Invalid < 0 || count.Marks.Any(m => m.Count < 0))
            return new(RefusalCode.CountsDoNotAddUp, "A count is negative.");
        if (count.Issued > roll)
            return new(RefusalCode.CountsDoNotAddUp, $"{count.Issued} ballots issued to a roll of {roll}.");
        if (count.Returned > count.Issued)
            return new(RefusalCode.CountsDoNotAddUp, $"{count.Returned} ballots returned of {count.Issued} issued.");
        if ((long)count.Valid + count.Invalid != count.Returned)
            return new(RefusalCode.CountsDoNotAddUp, $"{count.Valid} valid and {count.Invalid} invalid ballots are not {count.Returned} returned ones.");
        if (count.Marks.Select(m => m.School).Distinct().Count() != count.Marks.Count)
            return new(RefusalCode.CountsDoNotAddUp, "A candidate is counted twice.");
        if (count.Marks.FirstOrDefault(m => !vote.Candidates.Contains(m.School)) is { } stranger)
            return new(RefusalCode.CandidateUnknown, $"School '{stranger.School}' is no candidate.");
        if (count.Marks.FirstOrDefault(m => m.Count > count.Valid) is { } much)
            return new(RefusalCode.CountsDoNotAddUp, $"School '{much.School}' has {much.Count} marks on {count.Valid} valid ballots.");
        return count.Marks.Sum(m => (long)m.Count) > (long)count.Valid * vote.Rules.Quota.Value
            ? new(RefusalCode.MarksBeyondQuota, $"More marks than {vote.Rules.Quota.Value} on each valid ballot.")
            : null;
    }
}
