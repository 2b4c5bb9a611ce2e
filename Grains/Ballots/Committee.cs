using ClusterActors.Academy;

namespace ClusterActors.Ballots;

/// <summary>The schools that count a vote on paper (ban kiểm phiếu); an open vote has none.</summary>
internal static class Committee
{
    /// <summary>Whether a committee can be seated; that it is of members is for the caller to see.</summary>
    public static Refusal? Seated(EquatableList<string> committee, VoteMethod method, int regulationSize)
    {
        var size = method == VoteMethod.Paper ? regulationSize : 0;
        return Check.When(committee.Count != size, RefusalCode.CommitteeInvalid, $"The counting committee of this vote has {size} schools.")
            ?? Check.When(committee.Distinct().Count() != committee.Count, RefusalCode.CommitteeInvalid, "A school is on the committee twice.");
    }

    public static Refusal? Sits(IBallot ballot, Actor actor) =>
        Rights.SchoolOf(actor) is { } school && ballot.Committee.Contains(school)
            ? null
            : new(RefusalCode.NotOnTheCommittee, "Only the counting committee records and confirms.");
}
