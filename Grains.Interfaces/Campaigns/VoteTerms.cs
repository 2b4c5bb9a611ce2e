using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>By which rules a vote on an award, or a round of an election, is counted: what its minutes print.</summary>
/// <param name="Base">What the threshold is a share of.</param>
/// <param name="Quorum">The share of the roll that must have voted.</param>
/// <param name="Above">It takes more than the threshold.</param>
/// <param name="TieChain">What decides between equal marks, in this order.</param>
/// <param name="MostMarks">On one ballot.</param>
public sealed record VoteTerms(PercentageBase Base, Fraction Quorum, Fraction Threshold, bool Above, EquatableList<TieBreak> TieChain, int MostMarks, VoterRule Voters);
