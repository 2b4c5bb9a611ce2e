namespace ClusterActors.Campaigns;

/// <summary>What a target is measured in, and how much of it each school plans (chỉ tiêu giao).</summary>
/// <param name="Unit">What one of it is.</param>
/// <param name="Indicator">Of the regulation's statistics; its figure in a school's report is what the school has achieved. Null: nothing reports it.</param>
/// <param name="Planned">Each school once; who is left out plans nothing.</param>
[GenerateSerializer, Alias("target-measure")]
public sealed record TargetMeasure(
    [property: Id(0)] string Unit, [property: Id(1)] string? Indicator, [property: Id(2)] EquatableList<PlannedValue> Planned);

/// <param name="Value">In the target's unit; 0 or more, with at most four decimals.</param>
[GenerateSerializer, Alias("planned-value")]
public sealed record PlannedValue([property: Id(0)] string School, [property: Id(1)] decimal Value);
