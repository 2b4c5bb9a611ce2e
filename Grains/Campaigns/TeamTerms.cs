using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>What a draw of pooled teams must satisfy. Order within the lists does not matter; schools that are not on the roll are passed over.</summary>
/// <param name="Roll">Codes of the schools that inspect and are inspected.</param>
/// <param name="Number">Teams wanted; there are fewer where one would have fewer than two members.</param>
/// <param name="OneSite">Whether a team meets at one of the schools that it inspects.</param>
/// <param name="LastYear">Who inspected whom last year.</param>
/// <param name="Conflicts">Schools that must not inspect each other, in either direction.</param>
public sealed record TeamTerms(
    EquatableList<string> Roll, int Number, TeamDuty Inspects, bool OneSite, EquatableList<InspectionPair> LastYear, EquatableList<Conflict> Conflicts);
