using ClusterActors.Academy;
using ClusterActors.Ballots;

namespace ClusterActors.Councils;

/// <summary>Whether a vote of the council can have gone as it is told, and what it comes to.</summary>
internal static class CouncilVotes
{
    /// <summary>A session is of members, and the chair is one of them.</summary>
    public static Refusal? Attendance(CouncilRules rules, int tookPart, bool chair) => Check.When(
        tookPart < (chair ? 1 : 0) || tookPart > rules.Members.Value - (chair ? 0 : 1),
        RefusalCode.CountsDoNotAddUp,
        $"{tookPart} of {rules.Members.Value} members {(chair ? "with" : "without")} the chair cannot have taken part.");

    public static Refusal? Count(CouncilSession session, CouncilCount count)
    {
        var (inFavour, against) = (count.InFavour - (count.Chair == true ? 1 : 0), count.Against - (count.Chair == false ? 1 : 0));
        return Check.When(count.Chair is not null && !session.ChairTookPart, RefusalCode.CountsDoNotAddUp, $"The chair took no part in session {session.Number}.")
            ?? Check.When(
                inFavour < 0 || against < 0 || inFavour > session.TookPart || against > session.TookPart || inFavour + against > session.TookPart - (session.ChairTookPart ? 1 : 0),
                RefusalCode.CountsDoNotAddUp,
                $"{count.InFavour} in favour and {count.Against} against do not go with {session.TookPart} who took part and what the chair voted.");
    }

    /// <param name="score">That is known; null where there is none, or none is asked for.</param>
    /// <param name="minimum">Null: none is asked for.</param>
    public static CouncilAdvice Advice(CouncilRules rules, CouncilVoteRules vote, CouncilSession session, CouncilCount count, decimal? score = null, decimal? minimum = null)
    {
        var basis = vote.Base.Value.CountOf(rules.Members.Value, session.TookPart, count.InFavour + count.Against);
        var threshold = basis > 0 && Reached(vote, count.InFavour, basis);
        var (chair, scoreReached) = (!vote.Chair.Value || count.Chair == true, minimum is null || score >= minimum);
        return new(
            session.Number, session.HeldOn, count, new(session.Quorum, basis, threshold, chair, score, scoreReached, session.Quorum && threshold && chair && scoreReached));
    }

    private static bool Reached(CouncilVoteRules vote, int inFavour, int basis)
    {
        var share = vote.Threshold.Value;
        return share.IsReachedBy(inFavour, basis) && !(vote.Exceeded.Value && (long)inFavour * share.Denominator == (long)basis * share.Numerator);
    }
}
