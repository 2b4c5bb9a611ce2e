using ClusterActors.Academy;

namespace ClusterActors.Simulation.People;

/// <summary>Rules of votes and elections that some regulations have beside the others, drawn apart from them, so that they shift nothing else of a seed.</summary>
internal sealed class PollingRules(Chance chance)
{
    public Regulation On(Regulation regulation) => chance.OneIn(2) ? regulation : regulation with
    {
        Votes = regulation.Votes.Select(rules => On(rules, regulation.Programme?.Registration is not null)).ToEquatableList(),
        Officers = regulation.Officers with { Election = regulation.Officers.Election is { } election ? On(election) : null },
    };

    private VoteRules On(VoteRules rules, bool registered) => rules with
    {
        Above = Above(), MaxMarks = MaxMarks(), Rounds = On(rules.Rounds), TieChain = On(rules.TieChain),
        Voters = chance.OneIn(3) ? Told(registered && chance.OneIn(2) ? VoterRule.Registered : VoterRule.NotBarred) : null,
    };

    private ElectionRules On(ElectionRules rules) => rules with { Above = Above(), MaxMarks = MaxMarks(), TieChain = On(rules.TieChain), Voters = chance.OneIn(3) ? Told(VoterRule.NotBarred) : null };

    private VoteRoundRules? On(VoteRoundRules? rounds) => rounds is not null && chance.OneIn(3) ? rounds with { StayPerSeat = Told(chance.Between(1, 3)) } : rounds;

    // Nothing comes after a lot.
    private Sourced<EquatableList<TieBreak>> On(Sourced<EquatableList<TieBreak>> chain)
    {
        if (!chance.OneIn(3))
            return chain;
        var at = chance.Below(chain.Value.Count(rule => rule != TieBreak.Lot) + 1);
        return Told<EquatableList<TieBreak>>([.. chain.Value.Take(at), TieBreak.Revote, .. chain.Value.Skip(at)]);
    }

    private Sourced<bool>? Above() => chance.OneIn(3) ? Told(chance.OneIn(2)) : null;

    private Sourced<int>? MaxMarks() => chance.OneIn(4) ? Told(chance.Between(1, 3)) : null;

    private static Sourced<T> Told<T>(T value)
        where T : notnull => new(value, "simulated");
}
