namespace ClusterActors.Scoring;

/// <summary>What a node's points are counted as.</summary>
internal enum Side
{
    Base,
    Bonus,
    Penalty,
}
