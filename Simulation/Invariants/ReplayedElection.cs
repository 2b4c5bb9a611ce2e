using ClusterActors.Academy;
using ClusterActors.Elections;

namespace ClusterActors.Simulation.Invariants;

/// <summary>An election as its acknowledged operations make it; what its rounds come to is counted by <see cref="RoundCount"/>.</summary>
internal sealed class ReplayedElection(string cluster)
{
    private sealed class Round(EquatableList<string> committee)
    {
        public EquatableList<string> Committee => committee;

        public ReplayedPoll Poll { get; set; } = new();

        /// <summary>As a merger found it; null where there was none. A round that is annulled by it stays as it was.</summary>
        public ReplayedPoll? Before { get; set; }

        public bool Closed { get; set; }
    }

    private readonly List<Round> rounds = [];
    private ElectionTerms? terms;
    private string? conductor;

    public void Carry(object command, Actor actor)
    {
        switch (command)
        {
            case ElectionCommand.Call x: (terms, conductor) = (x.Terms, x.Terms.InOffice.Head); break;
            case ElectionCommand.ApplyOfficers x: conductor = x.Officers.Head; break;
            case ElectionCommand.ApplyMerger x: Merge(x.Merger, terms!); break;
            case ElectionCommand.OpenRound x: rounds.Add(new(x.Committee)); break;
            case ElectionCommand.RecordCount x: rounds[x.Round - 1].Poll.Record(x.Count); break;
            case ElectionCommand.ConfirmCount x: rounds[x.Round - 1].Poll.Confirm(actor); break;
            case ElectionCommand.VoteOpenly x: rounds[x.Round - 1].Poll.Vote(x.School, x.Choices); break;
            case ElectionCommand.CloseRound x: rounds[x.Round - 1].Closed = true; break;
            default: break;
        }
    }

    /// <summary>Where what is published differs from what was acknowledged.</summary>
    public IEnumerable<string> Differences(ElectionView shown) => new (string What, bool Same)[]
    {
        ("roll", shown.Roll.Equals(terms?.Roll)),
        ("officers in office", shown.InOffice == terms?.InOffice),
        ("conductor", shown.Conductor == conductor),
        ("deputies", shown.Deputies == terms?.Deputies),
        ("rounds", shown.Rounds.Count == rounds.Count && shown.Rounds.Zip(rounds).All(r => Same(r.First, r.Second))),
    }.Where(part => !part.Same).Select(part => part.What);

    private static bool Same(RoundView shown, Round round) =>
        shown.Committee.Equals(round.Committee) && (shown.Annulled ? round.Before ?? round.Poll : round.Poll).Gives(shown);

    // Votes by name of a round that goes on, by or for schools that are no more, are void.
    private void Merge(Merger merger, ElectionTerms before)
    {
        var takesPlace = merger.Cluster == cluster && merger.Founded == true && !before.Roll.Contains(merger.Successor)
            && before.Membership?.Vote.Value == VotePolicy.SuccessorTakesPlace;
        terms = before with { Roll = [.. before.Roll.Except(merger.Schools), .. takesPlace ? [merger.Successor] : Array.Empty<string>()] };
        if (before.Rules.Method.Value != VoteMethod.Open || rounds is not [.., { Closed: false } round])
            return;
        round.Before ??= round.Poll;
        round.Poll = round.Poll.Without(merger.Schools);
    }
}
