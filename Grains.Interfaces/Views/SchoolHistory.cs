using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;

namespace ClusterActors;

/// <summary>A school through the years.</summary>
/// <param name="Cluster">Its cluster now; null before it has one.</param>
/// <param name="Years">Every campaign year whose roll names it, latest first.</param>
public sealed record SchoolHistory(string School, string Name, string Province, string? Cluster, EquatableList<SchoolYear> Years);

/// <summary>A school's part in one campaign year.</summary>
/// <param name="Office">What the school is in that year, or was at its end; null for a plain member.</param>
/// <param name="SignedOn">The date under its signature of the pact; null before it has signed.</param>
/// <param name="SelfTotal">Points by its own scores; null before it has handed in its sheet.</param>
/// <param name="Total">Points by verified scores; null before the ranking, as is <paramref name="Rank"/>.</param>
/// <param name="Inspection">How far the inspection of it has come; null before inspectors are drawn.</param>
/// <param name="InspectedBy">The schools that inspect it, by code.</param>
/// <param name="Inspects">The schools that it inspects, by code.</param>
public sealed record SchoolYear(
    string Cluster,
    int Year,
    Phase Phase,
    Office? Office,
    DateOnly? SignedOn,
    decimal? SelfTotal,
    decimal? Total,
    int? Rank,
    EquatableList<AwardNomination> Awards,
    InspectionStage? Inspection,
    EquatableList<string> InspectedBy,
    EquatableList<string> Inspects);

/// <summary>A page of a search.</summary>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record SchoolPage(EquatableList<SchoolFound> Schools, string? Next);

public sealed record SchoolFound(string School, string Name, string Province, string? Cluster);
