using System.Globalization;

namespace ClusterActors.Play.Data;

/// <summary>
/// Divides the figures that a source gives for many schools among them. The shares are invented; what they add up to, and how
/// certain it is, are the source's.
/// </summary>
internal static class SampleShares
{
    /// <summary>Each school has a weight of its own; parts, and what they leave of their whole, make up the share of it.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, StatedFigure>> Of(KnownStatistics known, IReadOnlyList<string> schools, IReadOnlyList<StatisticsIndicator> catalogue)
    {
        var weights = schools.Select(school => 70 + SampleLot.Below(61, string.Create(CultureInfo.InvariantCulture, $"{known.Year} {school} weight"))).ToArray();
        var shares = known.Figures.ToDictionary(f => f.Key, f => Divided((long)f.Value.Value, weights, SampleLot.Below(schools.Count, f.Key)));
        // Parts of parts stand behind their wholes in the catalogue, so it is gone through from its end.
        foreach (var parts in catalogue.Where(i => i.PartOf is not null && shares.ContainsKey(i.Code)).GroupBy(i => (i.PartOf!.Whole, i.PartOf.By)).Reverse())
        {
            if (parts.Key.Whole is not { } whole || !known.Figures.TryGetValue(whole, out var figure) || figure.Value - parts.Sum(p => known.Figures[p.Code].Value) is not (>= 0 and var rest))
                continue;
            var others = Divided((long)rest, weights, SampleLot.Below(schools.Count, whole));
            shares[whole] = [.. schools.Select((_, at) => others[at] + parts.Sum(p => shares[p.Code][at]))];
        }

        return schools.Select((school, at) => (school, at)).ToDictionary(
            s => s.school,
            s => known.Figures.ToDictionary(f => f.Key, f => new StatedFigure(shares[f.Key][s.at], f.Value.Qualifier)));
    }

    // Rounded along the running sum, so that the shares add up exactly; where they begin is drawn, so that the odd ones do not always fall to the same schools.
    private static long[] Divided(long total, int[] weights, int first)
    {
        var shares = new long[weights.Length];
        var (all, running, given) = (weights.Sum(), 0L, 0L);
        for (var n = 0; n < weights.Length; n++)
        {
            var at = (first + n) % weights.Length;
            running += weights[at];
            shares[at] = (total * running / all) - given;
            given += shares[at];
        }

        return shares;
    }
}
