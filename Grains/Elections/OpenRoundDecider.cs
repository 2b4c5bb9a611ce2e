using ClusterActors.Academy;
using ClusterActors.Ballots;

namespace ClusterActors.Elections;

/// <summary>A round by name; who conducts the election closes it.</summary>
internal static class OpenRoundDecider
{
    public static Decision<ElectionEvent> Vote(ElectionState.Called e, ElectionCommand.VoteOpenly vote, Context context)
    {
        if (RoundDecider.Undecided(e, vote.Round, VoteMethod.Open) is { } refusal)
            return refusal;
        return e.Member(vote.School)
            ?? Check.When(!e.Voters.Contains(vote.School), RefusalCode.SchoolBarred, $"School '{vote.School}' was barred when the election was called, and the regulation gives it no vote.")
            ?? OpenBallot.Vote(e.RoundOf(vote.Round)!, vote.School, vote.Choices, e.Terms.Rules.SelfVote.Value, context.Actor)
            ?? (Decision<ElectionEvent>)new ElectionEvent.VotedOpenly(vote.Round, vote.School, vote.Choices);
    }

    public static Decision<ElectionEvent> Close(ElectionState.Called e, ElectionCommand.CloseRound close, Context context) =>
        e.ConductedBy(context.Actor)
        ?? RoundDecider.Undecided(e, close.Round, VoteMethod.Open)
        ?? (Decision<ElectionEvent>)new Decision<ElectionEvent>.Accept([.. RoundDecider.Close(e, close.Round)]);
}
