namespace ClusterActors.Scoring;

/// <summary>What is entered for a leaf of a criteria tree beside its number.</summary>
/// <param name="Assigned">False where the school was not assigned this criterion: its number is then 0 and counts for nothing.</param>
/// <param name="Target">The school's own target; null where it has none, or where the regulation sets it.</param>
/// <param name="EstimatedMonths">Months whose share of the number is an estimate; null: none.</param>
/// <param name="Evidence">Where it can be verified (minh chứng): numbers of documents, places in files; null: nothing is referred to.</param>
[GenerateSerializer, Alias("leaf-entry")]
public sealed record LeafEntry(
    [property: Id(0)] bool Assigned = true,
    [property: Id(1)] decimal? Target = null,
    [property: Id(2)] EquatableList<int>? EstimatedMonths = null,
    [property: Id(3)] EquatableList<string>? Evidence = null);
