using ClusterActors.Campaigns;

namespace ClusterActors.Academy;

/// <summary>Who beside the Academy may return a year to the phase before, and from which phases.</summary>
/// <param name="From">Phases whose results are published are never returned from, whatever stands here.</param>
[GenerateSerializer, Alias("return-rules")]
public sealed record ReturnRules([property: Id(0)] Sourced<Authority> By, [property: Id(1)] Sourced<EquatableList<Phase>> From);
