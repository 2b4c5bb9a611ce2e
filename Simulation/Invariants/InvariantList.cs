namespace ClusterActors.Simulation.Invariants;

/// <summary>Which invariants are checked, and which still wait for what they speak of. Numbers are those of docs/simulation.md.</summary>
internal static class InvariantList
{
    public static IReadOnlyList<Invariant> Fresh() =>
    [
        new Invariant01OneBallot(),
        new Invariant03AllAccountedFor(),
        new Invariant04Recount(),
        new Invariant04Council(),
        new Invariant08SingleWinner(),
        new Invariant09SameAnswer(),
        new Invariant10PhasesGoForward(),
        new Invariant11OneHead(),
        new Invariant12FrozenRoll(),
        new Invariant14SoundAssignment(),
        new Invariant15Totals(),
        new Invariant15GivenScores(),
        new Invariant16Ranking(),
        new Invariant17NationalStatistics(),
        new Invariant18DeadlinesAndFences(),
        new Invariant20OneEntry(),
        new Invariant20ReplayedOperations(),
        new Invariant22AllWorkDone(),
        new Invariant23OneAward(),
        new Invariant24Barred(),
    ];

    /// <summary>Number to what it waits for.</summary>
    public static IReadOnlyDictionary<int, string> Waiting { get; } = new SortedDictionary<int, string>
    {
        [2] = "receipts", [5] = "decryption shares", [6] = "a tree of leaves", [7] = "a tree of leaves", [13] = "secret ballots",
        [19] = "evidence files", [21] = "import",
    };
}
