namespace ClusterActors.Statistics;

/// <summary>A school that has ended with a merger (sáp nhập).</summary>
/// <param name="On">The first day on which there is the successor instead.</param>
/// <param name="Founded">Whether the successor was founded for the merger, and so was not there before.</param>
public sealed record Succession(string School, string Successor, DateOnly On, bool Founded);
