using ClusterActors.Academy;
using ClusterActors.Ballots;

namespace ClusterActors.Campaigns;

/// <summary>An award's vote on paper; the last confirmation that is needed decides it.</summary>
internal static class PaperVoteDecider
{
    public static Decision<CampaignEvent> Record(CampaignState.Opened c, CampaignCommand.RecordCount record, Context context)
    {
        if (VoteDecider.Undecided(c, record.Vote, VoteMethod.Paper) is { } refusal)
            return refusal;
        var vote = c.VoteOf(record.Vote)!;
        return PaperBallot.Record(vote, record.Count, vote.Roll.Count, context.Actor)
            ?? CampaignChecks.Reason(record.Reason, again: vote.Recording > 0)
            ?? (Decision<CampaignEvent>)new CampaignEvent.CountRecorded(vote.Number, record.Count, Rights.SchoolOf(context.Actor)!, record.Reason);
    }

    public static Decision<CampaignEvent> Confirm(CampaignState.Opened c, CampaignCommand.ConfirmCount confirm, Context context)
    {
        if (VoteDecider.Undecided(c, confirm.Vote, VoteMethod.Paper) is { } undecided)
            return undecided;
        var vote = c.VoteOf(confirm.Vote)!;
        if (PaperBallot.Confirm(vote, confirm.Recording, context.Actor) is { } refusal)
            return refusal;

        var confirmed = new CampaignEvent.CountConfirmed(vote.Number, Rights.SchoolOf(context.Actor)!);
        if (vote.Confirmations.Count + 1 < vote.Rules.Confirmations.Value)
            return confirmed;
        return new Decision<CampaignEvent>.Accept([confirmed, VoteDecider.End(c, vote)]);
    }
}
