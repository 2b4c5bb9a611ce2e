namespace ClusterActors.Scoring;

/// <summary>The opinions of a school's scores, each beside the others and none in place of another.</summary>
public enum ScoreLayer
{
    /// <summary>The school's own (tự chấm điểm).</summary>
    Self,

    /// <summary>The inspectors' first findings.</summary>
    Inspected,

    /// <summary>What the school agreed to, or the second review: the ranking rests on it.</summary>
    Final,

    /// <summary>As the Academy has corrected it after the ranking; of every school, because a number of one can be the measure of others.</summary>
    Appraised,
}

/// <summary>What one layer of a sheet comes to.</summary>
/// <param name="Total">In points, rounded once by the regulation.</param>
/// <param name="Bonus">Cut at the regulation's cap, to six decimals.</param>
/// <param name="Penalty">To six decimals.</param>
/// <param name="Nodes">How it came to be: every node of the tree, each before what is below it; none under flat criteria.</param>
public sealed record LayerView(ScoreLayer Layer, decimal Total, decimal Bonus, decimal Penalty, EquatableList<NodeView> Nodes);

/// <summary>How a node came to its points. Numbers are shown to six decimals; totals are made from the unrounded ones.</summary>
/// <param name="Points">Null where nothing of the node was scored, which is not zero.</param>
/// <param name="CutFrom">What it came to before its maximum cut it; null where it did not.</param>
/// <param name="Estimated">Whether a number it rests on is partly an estimate.</param>
/// <param name="Best">What a measured leaf was measured by: the cluster's greatest excess over a target, as a share of it, or its best result.</param>
public sealed record NodeView(string Code, decimal? Points, decimal? CutFrom = null, bool Estimated = false, decimal? Best = null);

/// <summary>
/// What a reader may hold against a ranking, and no ranking takes into account: scores are never adjusted for strict or mild inspectors. With two
/// or three inspections for each inspector these are hints and not findings.
/// </summary>
/// <param name="Adjustment">The school's total by its inspectors less that by itself, in points to six decimals.</param>
/// <param name="Agreement">The share of its criteria that the inspectors took as entered, 0 to 1, to six decimals.</param>
/// <param name="InspectorEffect">As an inspector: the mean adjustment of the schools it inspected less that of all; null where it inspected nobody.</param>
/// <param name="Deviates">
/// Whether that effect is more than twice the root of the mean square of all inspectors' effects, its own among them. So of up to four
/// inspectors none ever does: the square of one cannot be more than the sum of all.
/// </param>
public sealed record AdvisoryRow(string School, decimal Adjustment, decimal Agreement, decimal? InspectorEffect, bool Deviates);
