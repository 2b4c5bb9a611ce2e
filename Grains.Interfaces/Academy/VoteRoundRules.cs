namespace ClusterActors.Academy;

/// <summary>How an award is voted on again where seats of its quota stay unfilled.</summary>
/// <param name="Most">The most rounds, 1 to 5; the first is one of them.</param>
/// <param name="Candidates">Who of those not chosen yet is a candidate in the next round; after a round without a quorum everybody is.</param>
/// <param name="StayPerSeat">How many of the best stay for each open seat, 1 to 50; null: two.</param>
[GenerateSerializer, Alias("vote-round-rules")]
public sealed record VoteRoundRules(
    [property: Id(0)] Sourced<int> Most, [property: Id(1)] Sourced<NextCandidates> Candidates, [property: Id(2)] Sourced<int>? StayPerSeat = null);

[GenerateSerializer, Alias("next-candidates")]
public enum NextCandidates
{
    All,

    /// <summary>By marks, twice as many as there are open seats, or as often as the rules say; equals at the edge all.</summary>
    BestTwicePerSeat,

    /// <summary>Who did not reach the threshold; who did, and was left out among equals, is out.</summary>
    BelowThreshold,
}
