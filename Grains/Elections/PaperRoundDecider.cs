using ClusterActors.Academy;
using ClusterActors.Ballots;
using ClusterActors.Campaigns;

namespace ClusterActors.Elections;

/// <summary>A round on paper; the last confirmation that is needed closes it.</summary>
internal static class PaperRoundDecider
{
    public static Decision<ElectionEvent> Record(ElectionState.Called e, ElectionCommand.RecordCount record, Context context)
    {
        if (RoundDecider.Undecided(e, record.Round, VoteMethod.Paper) is { } refusal)
            return refusal;
        var round = e.RoundOf(record.Round)!;
        return PaperBallot.Record(round, record.Count, e.Voters.Count, context.Actor)
            ?? CampaignChecks.Reason(record.Reason, again: round.Recording > 0)
            ?? (Decision<ElectionEvent>)new ElectionEvent.CountRecorded(record.Round, record.Count, Rights.SchoolOf(context.Actor)!, record.Reason);
    }

    public static Decision<ElectionEvent> Confirm(ElectionState.Called e, ElectionCommand.ConfirmCount confirm, Context context)
    {
        if (RoundDecider.Undecided(e, confirm.Round, VoteMethod.Paper) is { } undecided)
            return undecided;
        var round = e.RoundOf(confirm.Round)!;
        if (PaperBallot.Confirm(round, confirm.Recording, context.Actor) is { } refusal)
            return refusal;

        var confirmed = new ElectionEvent.CountConfirmed(round.Number, Rights.SchoolOf(context.Actor)!);
        return round.Confirmations.Count + 1 < e.Terms.Rules.Confirmations.Value
            ? confirmed
            : new Decision<ElectionEvent>.Accept([confirmed, .. RoundDecider.Close(e, round.Number)]);
    }
}
