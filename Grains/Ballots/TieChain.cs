using ClusterActors.Academy;

namespace ClusterActors.Ballots;

/// <summary>A tie chain with a re-vote in it is asked in two parts: up to it, and in the re-vote, which equals hold among themselves, from there on.</summary>
internal static class TieChain
{
    public static bool HasRevote(this EquatableList<TieBreak> chain) => chain.Contains(TieBreak.Revote);

    /// <summary>What parts equals in a vote, or in the re-vote between those whom nothing before it could part.</summary>
    public static IReadOnlyList<TieBreak> PartOf(this EquatableList<TieBreak> chain, bool revote) =>
        revote ? [.. chain.SkipWhile(rule => rule != TieBreak.Revote).Skip(1)] : [.. chain.TakeWhile(rule => rule != TieBreak.Revote)];
}
