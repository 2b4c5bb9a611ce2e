namespace ClusterActors.Campaigns;

/// <summary>A pooled team. Who inspects a school in the end stands with the pairs; the first of them leads there.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Members">In a drawn order.</param>
/// <param name="Inspects">The schools that it inspects, its own members or others.</param>
/// <param name="Site">The one of these schools where it meets; null: it goes to each.</param>
public sealed record InspectionTeam(int Number, EquatableList<string> Members, EquatableList<string> Inspects, string? Site);
