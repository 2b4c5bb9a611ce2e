namespace ClusterActors.Academy;

/// <summary>By when an inspected school answers findings; its silence after that day may be taken for agreement.</summary>
/// <param name="Days">Days after the one on which the findings were recorded, 1 to 60.</param>
/// <param name="Count">What these days are; null: calendar days.</param>
[GenerateSerializer, Alias("answer-rules")]
public sealed record AnswerRules([property: Id(0)] Sourced<int> Days, [property: Id(1)] Sourced<DayCount>? Count = null);
