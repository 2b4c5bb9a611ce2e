namespace ClusterActors.Academy;

/// <summary>What the members of a cluster do together in a year beside their own work, as workshops, talks, contests, sport and charity.</summary>
/// <param name="Kinds">At least one.</param>
/// <param name="DeputiesPlan">Whether a deputy plans what its own school hosts; the head plans everything.</param>
[GenerateSerializer, Alias("activity-rules")]
public sealed record ActivityRules([property: Id(0)] EquatableList<ActivityKindRules> Kinds, [property: Id(1)] Sourced<bool> DeputiesPlan);

/// <summary>A kind of activity, as the talk (tọa đàm).</summary>
/// <param name="Name">In Vietnamese.</param>
/// <param name="IsContest">Whether schools come out of it with places or prizes.</param>
[GenerateSerializer, Alias("activity-kind-rules")]
public sealed record ActivityKindRules(
    [property: Id(0)] string Code,
    [property: Id(1)] string Name,
    [property: Id(2)] string EnglishName,
    [property: Id(3)] bool IsContest,
    [property: Id(4)] string Source);
