using ClusterActors.Academy;

namespace ClusterActors.Inspections;

/// <summary>What an inspection needs to know by when its school has to answer.</summary>
/// <param name="Calendar">Null: every day is a working day.</param>
[GenerateSerializer, Alias("answer-term")]
public sealed record AnswerTerm([property: Id(0)] AnswerRules Rules, [property: Id(1)] Calendar? Calendar);
