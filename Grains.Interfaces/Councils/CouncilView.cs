using ClusterActors.Academy;

namespace ClusterActors.Councils;

/// <summary>One year of the council.</summary>
/// <param name="Cases">In the order in which they came.</param>
/// <param name="GovernmentMost">How many can be proposed for the Government's Flag as things stand; 0 where the regulation has no such flag.</param>
/// <param name="GovernmentFlags">In the order of the first votes on them.</param>
public sealed record CouncilView(
    int Year,
    CouncilRules Rules,
    EquatableList<CouncilCase> Cases,
    EquatableList<CouncilSession> Sessions,
    int GovernmentMost,
    EquatableList<GovernmentFlag> GovernmentFlags);

/// <summary>A nomination before the council.</summary>
/// <param name="Score">As it is known now, in points.</param>
/// <param name="Appraisal">Null before there is one.</param>
/// <param name="Advice">The latest vote; null before there is one.</param>
/// <param name="Decision">That granted, declined or revoked; null while it is open.</param>
public sealed record CouncilCase(
    string Cluster,
    Award Award,
    string School,
    decimal? Score,
    EquatableList<DossierDocument> Dossier,
    CouncilAppraisal? Appraisal = null,
    CouncilAdvice? Advice = null,
    CouncilStanding Standing = CouncilStanding.Open,
    DecisionReference? Decision = null);

/// <param name="Score">That was known when it was made, in points.</param>
public sealed record CouncilAppraisal(bool InFavour, string Finding, decimal? Score);

/// <param name="Quorum">Whether enough members took part.</param>
public sealed record CouncilSession(int Number, DateOnly HeldOn, int TookPart, bool ChairTookPart, bool Written, bool Quorum);

/// <summary>A school on its way to the Government's Flag.</summary>
/// <param name="Cluster">Whose year the award is of that the Flag is given upon.</param>
/// <param name="Letter">Null until it is proposed.</param>
/// <param name="Outcome">Null until the Government has decided.</param>
/// <param name="UponRevoked">The decision that took away the award that the Flag is given upon; null while that award stands.</param>
public sealed record GovernmentFlag(
    string School,
    string Cluster,
    CouncilAdvice Advice,
    DecisionReference? Letter = null,
    GovernmentOutcome? Outcome = null,
    DecisionReference? Decision = null,
    string? Reason = null,
    DecisionReference? UponRevoked = null);
