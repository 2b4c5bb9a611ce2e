using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>A school that was on the roll when it was merged with others.</summary>
/// <param name="HasHeir">Whether the successor has taken its place.</param>
/// <param name="Signature">Null where it had not signed.</param>
/// <param name="Sheet">As it left it; null where it had handed in none, or had been ranked by it.</param>
public sealed record Departed(string School, Merger Merger, bool HasHeir, SignatureView? Signature, Sheet? Sheet);
