namespace ClusterActors.Campaigns;

/// <summary>The year was returned to the phase before.</summary>
/// <param name="School">Whose people did it; null: the Academy.</param>
public sealed record ReturnView(Phase From, Phase To, string? School, string Reason);
