namespace ClusterActors.Campaigns;

/// <summary>What a draw of inspectors must satisfy. Order within the lists does not matter; schools that are not on the roll are passed over.</summary>
/// <param name="Roll">Codes of the schools that inspect and are inspected.</param>
/// <param name="Inspectors">How many schools inspect each school, and how many each inspects; 1 or more.</param>
/// <param name="LastYear">Who inspected whom last year.</param>
/// <param name="Conflicts">Schools that must not inspect each other, in either direction.</param>
public sealed record InspectionTerms(
    EquatableList<string> Roll, int Inspectors, EquatableList<InspectionPair> LastYear, EquatableList<Conflict> Conflicts);

/// <summary>Two schools, in no order, that must not inspect each other.</summary>
public sealed record Conflict(string One, string Other);

/// <summary>The rules of a plan of inspections; the last three can be relaxed.</summary>
public enum InspectionRule
{
    /// <summary>Both schools of a pair are on the roll.</summary>
    Roll,

    /// <summary>A pair is there once.</summary>
    Once,

    /// <summary>Nobody inspects itself.</summary>
    Self,

    /// <summary>Schools in conflict do not inspect each other.</summary>
    Conflict,

    /// <summary>No pair of last year comes again; of teams: every school meets somebody who did not inspect it last year.</summary>
    Repeat,

    /// <summary>Each school inspects as many as inspect it, and as many as the regulation says; of teams: they are as many as it says, and of even size.</summary>
    Load,

    /// <summary>Nobody is inspected by a school that it inspects.</summary>
    Reciprocal,
}
