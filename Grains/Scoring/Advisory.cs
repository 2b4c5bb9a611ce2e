using ClusterActors.Campaigns;

namespace ClusterActors.Scoring;

/// <summary>The columns beside the official score; nothing is ranked by them.</summary>
internal static class Advisory
{
    private const decimal MostDeviations = 2;

    /// <param name="self">Every school's own sheet, and what it comes to.</param>
    /// <param name="inspected">What their inspectors found, in the same order.</param>
    public static EquatableList<AdvisoryRow> Of(
        IReadOnlyList<(string School, IReadOnlyList<Score> Scores, Exact Total)> self,
        IReadOnlyList<(string School, IReadOnlyList<Score> Scores, Exact Total)> inspected,
        EquatableList<InspectionPair> pairs)
    {
        var adjustments = self.Zip(inspected, (own, found) => (own.School, By: found.Total - own.Total)).ToDictionary(a => a.School, a => a.By, StringComparer.Ordinal);
        var usual = Mean([.. adjustments.Values]);
        var effects = pairs.Where(p => adjustments.ContainsKey(p.Inspected)).GroupBy(p => p.Inspector, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Mean([.. g.Select(p => adjustments[p.Inspected])]) - usual, StringComparer.Ordinal);
        var variance = effects.Count == 0 ? Exact.Zero : Mean([.. effects.Values.Select(e => e * e)]);
        return self.Zip(inspected, (own, found) => new AdvisoryRow(
            own.School,
            Scorecard.Shown(adjustments[own.School]),
            Scorecard.Shown(Agreement(own.Scores, found.Scores)),
            effects.TryGetValue(own.School, out var effect) ? Scorecard.Shown(effect) : null,
            effect * effect > variance * MostDeviations * MostDeviations)).ToEquatableList();
    }

    private static Exact Agreement(IReadOnlyList<Score> own, IReadOnlyList<Score> found) =>
        (Exact)own.Count(mine => found.Any(theirs => theirs.Criterion == mine.Criterion && theirs.Points == mine.Points && IsSame(theirs.Entry, mine.Entry))) / own.Count;

    private static bool IsSame(LeafEntry? one, LeafEntry? other) => (one?.Assigned ?? true) == (other?.Assigned ?? true) && one?.Target == other?.Target;

    private static Exact Mean(IReadOnlyCollection<Exact> all) => Exact.Sum(all) / all.Count;
}
