using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Whether a plan of inspections keeps the rules, told from a matrix of who inspects whom.</summary>
internal static class DrawOracle
{
    /// <summary>What is wrong with a plan; none for a sound one.</summary>
    public static IEnumerable<string> Broken(CampaignState.Opened c, EquatableList<InspectionPair> pairs, IReadOnlyCollection<Relaxation> relaxed)
    {
        var places = c.Roll.Select((school, place) => (school, place)).ToDictionary(s => s.school, s => s.place, StringComparer.Ordinal);
        if (pairs.Any(p => !places.ContainsKey(p.Inspector) || !places.ContainsKey(p.Inspected)))
            return ["a school is not on the roll"];
        var n = c.Roll.Count;
        var visits = new int[n, n];
        foreach (var p in pairs)
            visits[places[p.Inspector], places[p.Inspected]]++;
        var all = Enumerable.Range(0, n).ToList();
        return
        [
            .. all.Where(i => visits[i, i] > 0).Select(i => $"{c.Roll[i]} inspects itself"),
            .. all.Where(i => all.Any(j => visits[i, j] > 1)).Select(i => $"{c.Roll[i]} inspects a school twice"),
            .. c.Conflicts.Where(x => places.ContainsKey(x.School) && places.ContainsKey(x.With) && visits[places[x.School], places[x.With]] + visits[places[x.With], places[x.School]] > 0).Select(x => $"{x.School} and {x.With} are in conflict"),
            .. relaxed.Contains(Relaxation.Repeat) ? [] : c.LastYear.Where(pairs.Contains).Select(p => $"{p} was so last year"),
            .. relaxed.Contains(Relaxation.Reciprocal) ? [] : all.Where(i => all.Any(j => j > i && visits[i, j] * visits[j, i] > 0)).Select(i => $"{c.Roll[i]} inspects its inspector"),
            .. all.Where(i => !IsFair(all.Sum(j => visits[i, j]), all.Sum(j => visits[j, i]))).Select(i => $"{c.Roll[i]} has too much or too little"),
        ];

        bool IsFair(int inspects, int inspected)
        {
            var ruled = c.Regulation.Inspection.Inspectors.Value;
            var (k, give) = (c.Regulation.Membership is { FewerInspectors.Value: true } && ruled * 2 >= n ? Math.Max(1, (n - 1) / 2) : ruled, relaxed.Contains(Relaxation.Load) ? 1 : 0);
            return inspected > 0 && inspects >= k - give && inspects <= k + give && inspected >= k - give && inspected <= k + give;
        }
    }
}
