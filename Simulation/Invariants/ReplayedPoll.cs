using ClusterActors.Campaigns;
using ClusterActors.Elections;
using ClusterActors.Schools;

namespace ClusterActors.Simulation.Invariants;

/// <summary>A vote, or a round of an election, as acknowledged operations make it.</summary>
internal sealed class ReplayedPoll
{
    private readonly List<string> confirmations = [];
    private readonly List<OpenChoice> choices = [];
    private PaperCount? count;
    private int recording;

    public void Record(PaperCount recorded)
    {
        (count, recording) = (recorded, recording + 1);
        confirmations.Clear();
    }

    public void Confirm(Actor by) => confirmations.Add(SchoolKey.Parse(by.Unit).Code);

    public void Vote(string school, EquatableList<string> chosen) => choices.Add(new(school, chosen));

    /// <summary>The same without the votes by and for schools that are no more.</summary>
    public ReplayedPoll Without(EquatableList<string> left)
    {
        var after = new ReplayedPoll { count = count, recording = recording };
        after.confirmations.AddRange(confirmations);
        after.choices.AddRange(choices.Where(v => !left.Contains(v.School) && !v.Choices.Any(left.Contains)));
        return after;
    }

    public bool Gives(VoteView shown) => Gives(shown.Count, shown.Recording, shown.Confirmations, shown.Choices);

    public bool Gives(RoundView shown) => Gives(shown.Count, shown.Recording, shown.Confirmations, shown.Choices);

    private bool Gives(PaperCount? shown, int recordings, EquatableList<string> confirmed, EquatableList<OpenChoice> chosen) =>
        (shown, recordings) == (count, recording) && confirmed.SequenceEqual(confirmations) && chosen.SequenceEqual(choices);
}
