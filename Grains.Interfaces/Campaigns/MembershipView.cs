using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>A school that was merged while the year was open; what it had signed and scored stays on record.</summary>
/// <param name="Heir">Whether the successor has taken its place on the roll.</param>
/// <param name="Signature">Null where it had not signed.</param>
/// <param name="Sheet">Null where it had handed in none, or was ranked: then it stands among the others.</param>
/// <param name="PlanPassed">Whether the successor plans for the pact's targets what it had planned.</param>
/// <param name="CountsUntilMerger">Whether what it reported in figures of the time up to the merger counts in the year's totals.</param>
public sealed record DepartedView(
    string School, string Successor, bool Heir, DateOnly On, DecisionReference Decision, SignatureView? Signature, SheetView? Sheet, bool CountsUntilMerger = false,
    bool PlanPassed = false);

/// <summary>What a merger has left open and no policy can decide.</summary>
/// <param name="School">Whom it concerns: the school to be inspected, or the successor whose sheet is asked for.</param>
/// <param name="Choices">Who can be chosen; who else may be chosen is nobody.</param>
public sealed record OpenItem(int Number, OpenItemKind Kind, string School, EquatableList<string> Choices);

public enum OpenItemKind
{
    /// <summary>Who inspects the school instead of one that is no more.</summary>
    Inspector,

    /// <summary>Which predecessor's sheet is the successor's.</summary>
    Sheet,
}
