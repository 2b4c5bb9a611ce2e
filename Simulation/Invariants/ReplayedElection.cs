using ClusterActors.Elections;

namespace ClusterActors.Simulation.Invariants;

/// <summary>An election as its acknowledged operations make it; what its rounds come to is counted by <see cref="RoundCount"/>.</summary>
internal sealed class ReplayedElection
{
    private readonly List<(EquatableList<string> Committee, ReplayedPoll Poll)> rounds = [];
    private ElectionTerms? terms;
    private string? conductor;

    public void Carry(object command, Actor actor)
    {
        switch (command)
        {
            case ElectionCommand.Call x: (terms, conductor) = (x.Terms, x.Terms.InOffice.Head); break;
            case ElectionCommand.ApplyOfficers x: conductor = x.Officers.Head; break;
            case ElectionCommand.OpenRound x: rounds.Add((x.Committee, new())); break;
            case ElectionCommand.RecordCount x: rounds[x.Round - 1].Poll.Record(x.Count); break;
            case ElectionCommand.ConfirmCount x: rounds[x.Round - 1].Poll.Confirm(actor); break;
            case ElectionCommand.VoteOpenly x: rounds[x.Round - 1].Poll.Vote(x.School, x.Choices); break;
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
        ("rounds", shown.Rounds.Count == rounds.Count && shown.Rounds.Zip(rounds).All(r => r.First.Committee.Equals(r.Second.Committee) && r.Second.Poll.Gives(r.First))),
    }.Where(part => !part.Same).Select(part => part.What);
}
