using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>A deadline was put off.</summary>
/// <param name="Before">The last day until then.</param>
/// <param name="Day">The last day since then.</param>
/// <param name="School">Whose people did it; null: the Academy.</param>
public sealed record ExtensionView(Step Step, DateOnly Before, DateOnly Day, string? School, string Reason);
