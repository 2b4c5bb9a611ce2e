using ClusterActors.Academy;
using ClusterActors.Statistics;
using FsCheck;
using FsCheck.Fluent;
using static ClusterActors.Tests.Statistics.SampleStatistics;

namespace ClusterActors.Tests.Statistics;

/// <summary>Whatever is reported: totals are the fold of the reports, in any order and any grouping.</summary>
public sealed class ReportFoldProperties
{
    private const ReportPeriod FullYear = ReportPeriod.FullYear;

    private static readonly Gen<Figure> Figures =
        from indicator in Gen.Elements(Rules.Indicators.ToArray())
        from value in Gen.Choose(0, 100_000)
        from qualifier in Gen.Elements(Enum.GetValues<Qualifier>())
        from estimated in Gen.Elements<EquatableList<int>?>(null, [], [12], [11, 12])
        select new Figure(indicator.Code, indicator.Decimals == 0 ? value : value / 100m, qualifier, estimated);

    private static readonly Gen<EquatableList<Figure>?> Reports =
        from silent in Gen.Choose(0, 3)
        from figures in Gen.ArrayOf(Figures)
        select silent == 0 ? null : figures.DistinctBy(f => f.Indicator).ToEquatableList();

    // Schools with their figures of two years; in the later year the clusters are formed anew.
    private static readonly Gen<(RollReport[] Reports, RollReport[] Shuffled)> Nations =
        from count in Gen.Choose(1, 14)
        from reports in Gen.ArrayOf(Reports, 2 * count)
        from clusters in Gen.ArrayOf(Gen.Choose(1, 4), 2 * count)
        from frozen in Gen.ArrayOf(Gen.Elements(true, false), 2 * count)
        let rows = Enumerable.Range(0, 2 * count).Select(n => new RollReport(2019 + (n % 2), $"c{clusters[n]}", $"s{n / 2:00}", frozen[n], reports[n])).ToArray()
        from shuffled in Gen.Shuffle(rows)
        select (rows, shuffled.ToArray());

    [Fact]
    public void no_order_of_the_reports_matters_to_any_total() => Property.Holds(Nations, n =>
    {
        Assert.Equal(ReportFold.National(2020, FullYear, n.Reports, Rules.Indicators), ReportFold.National(2020, FullYear, n.Shuffled, Rules.Indicators));
        foreach (var cluster in new[] { null, "c1" })
        {
            Assert.Equal(ReportFold.Compare(2020, 2019, FullYear, cluster, n.Reports, Rules.Indicators), ReportFold.Compare(2020, 2019, FullYear, cluster, n.Shuffled, Rules.Indicators));
            Assert.Equal(ReportFold.Review(2020, cluster, n.Reports, Rules.Indicators), ReportFold.Review(2020, cluster, n.Shuffled, Rules.Indicators));
        }
    });

    [Fact]
    public void a_total_is_the_sum_of_the_figures_and_names_every_school_without_one() => Property.Holds(Nations, n =>
    {
        var rows = n.Reports.Where(r => r.Year == 2020).ToList();
        foreach (var total in ReportFold.Totals(2020, FullYear, null, n.Shuffled, Rules.Indicators).Totals)
        {
            var figures = rows.SelectMany(r => r.Figures ?? []).Where(f => f.Indicator == total.Indicator).ToList();
            var without = rows.Where(r => r.Figures is null || r.Figures.All(f => f.Indicator != total.Indicator)).Select(r => r.School);
            Assert.Equal(without.Order(StringComparer.Ordinal), total.Missing);
            Assert.Equal(rows.Count, total.Schools + total.Missing.Count);
            Assert.Equal(figures.Count == 0 ? null : figures.Sum(f => f.Value), total.Amount?.Value);
            Assert.Equal(figures.Count > 0 && figures.All(f => f.Qualifier == Qualifier.Exact), total.Amount?.Qualifier == Qualifier.Exact);
            Assert.Equal(figures.Any(f => f.Qualifier == Qualifier.About), total.Amount?.Qualifier == Qualifier.About);
            Assert.True(total.Amount is null || total.Amount.AtLeast <= total.Amount.Value);
        }
    });

    [Fact]
    public void the_nation_s_total_is_the_sum_of_the_clusters_totals() => Property.Holds(Nations, n =>
    {
        var national = ReportFold.National(2020, FullYear, n.Reports, Rules.Indicators);
        for (var i = 0; i < Rules.Indicators.Count; i++)
        {
            Assert.Equal(Amount.Sum(national.Clusters.Select(c => c.Totals[i].Amount).OfType<Amount>()), national.Nation.Totals[i].Amount);
            Assert.Equal(national.Clusters.SelectMany(c => c.Totals[i].Missing).Order(StringComparer.Ordinal), national.Nation.Totals[i].Missing);
        }
    });

    // What the qualifiers say of the truth must hold of the sum, whatever truth the figures were made from.
    [Fact]
    public void a_total_that_claims_something_of_the_truth_is_right() => Property.Holds(
        Gen.ListOf(from truth in Gen.Choose(0, 1000) from less in Gen.Choose(1, 50) from off in Gen.Choose(-50, 50) from q in Gen.Elements(Enum.GetValues<Qualifier>()) select (truth, less, off, q)),
        schools =>
        {
            var told = schools.Select(s => Amount.Of(s.q switch
            {
                Qualifier.Exact => Exactly("classes", s.truth),
                Qualifier.MoreThan => MoreThan("classes", Math.Max(0, s.truth - s.less)),
                _ => About("classes", Math.Max(0, s.truth + s.off)),
            }));
            if (Amount.Sum(told) is not { } sum)
                return;
            var truth = schools.Sum(s => s.truth);
            Assert.True(sum.AtLeast <= truth);
            Assert.True(sum.Qualifier switch { Qualifier.Exact => sum.Value == truth, Qualifier.MoreThan => sum.Value <= truth, _ => true });
        });

    [Fact]
    public void forming_the_clusters_anew_changes_no_comparison_of_the_nation() => Property.Holds(Nations, n =>
    {
        var elsewhere = n.Reports.Select(r => r.Year == 2019 ? r with { Cluster = "one" } : r).ToArray();
        foreach (var cluster in new[] { null, "c1", "c2" })
            Assert.Equal(ReportFold.Compare(2020, 2019, FullYear, cluster, n.Reports, Rules.Indicators), ReportFold.Compare(2020, 2019, FullYear, cluster, elsewhere, Rules.Indicators));
    });
}
