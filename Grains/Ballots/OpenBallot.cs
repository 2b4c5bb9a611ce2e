using ClusterActors.Campaigns;

namespace ClusterActors.Ballots;

/// <summary>A vote by name, labelled open everywhere it is shown. One school, one vote, which stands once given.</summary>
internal static class OpenBallot
{
    /// <summary>Whether who signs for a member may give these choices.</summary>
    public static Refusal? Vote(IBallot ballot, string school, EquatableList<string> choices, bool selfVote, Actor actor)
    {
        var stranger = choices.FirstOrDefault(choice => !ballot.Candidates.Contains(choice));
        return Rights.Signs(actor, school)
            ?? Check.When(ballot.Choices.Any(v => v.School == school), RefusalCode.AlreadyVoted, $"School '{school}' has voted.")
            ?? Check.When(stranger is not null, RefusalCode.CandidateUnknown, $"School '{stranger}' is no candidate.")
            ?? Check.When(
                choices.Count > ballot.MostMarks || choices.Distinct().Count() != choices.Count,
                RefusalCode.MarksBeyondQuota,
                $"At most {ballot.MostMarks} different schools can be chosen.")
            ?? Check.When(!selfVote && choices.Contains(school), RefusalCode.SelfVote, "The regulation lets no school vote for itself.");
    }

    /// <summary>Of those who were chosen at all.</summary>
    public static IEnumerable<Marks> Marks(IBallot ballot) =>
        ballot.Candidates.Select(school => new Marks(school, ballot.Choices.Count(v => v.Choices.Contains(school)))).Where(m => m.Count > 0);
}
