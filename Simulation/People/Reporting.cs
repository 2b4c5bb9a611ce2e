using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Statistics;

namespace ClusterActors.Simulation.People;

/// <summary>What the schools of one cluster report in figures: most of them, some only for a half of the year, some not at all.</summary>
internal sealed class Reporting(Ledger ledger, Membership membership, Chance chance)
{
    private readonly SortedDictionary<string, EquatableList<ReportPeriod>> reported = Spread(membership, chance);

    public IEnumerable<Errand> Due(CampaignState.Opened c) =>
        from school in c.Roll
        let s = ledger.State<StatisticsState.Expected>(new StatisticsKey(school, Year.Of))
        where s is { Frozen: false }
        from period in reported.GetValueOrDefault(school, [ReportPeriod.FullYear])
        where s.ReportOf(period) is null
        select Errand.Of(s.Key, Cast.Officer(school), new StatisticsCommand.SubmitReport(period, Figures(s.Rules, period)), period == ReportPeriod.FirstHalf ? Year.Day(6, 20) : Year.Day(11, 5));

    /// <summary>Somebody thinks again: the school before the year is closed, the Academy after it.</summary>
    public IEnumerable<Errand> Corrections()
    {
        var (school, period) = (chance.Of(membership.Schools), chance.Of(Enum.GetValues<ReportPeriod>()));
        if (ledger.State<StatisticsState.Expected>(new StatisticsKey(school, Year.Of)) is not { } s)
            return [];
        var (version, figures) = (s.VersionOf(period), Figures(s.Rules, period));
        return s.Frozen
            ? [Errand.Of(s.Key, Cast.Official, new StatisticsCommand.CorrectFrozenReport(period, version, figures, ClusterYear.Decision, "Đính chính"))]
            : version > 0 ? [Errand.Of(s.Key, Cast.Officer(school), new StatisticsCommand.CorrectReport(period, version, figures, "Số liệu cũ"))] : [];
    }

    /// <summary>Reports that no school should hand in.</summary>
    public IReadOnlyList<Errand> Mistakes()
    {
        var school = chance.Of(membership.Schools);
        if (ledger.State<StatisticsState.Expected>(new StatisticsKey(school, Year.Of)) is not { } s)
            return [];
        var officer = Cast.Officer(school);
        return
        [
            Corrected([]),
            Corrected([new("weather", 1, Qualifier.Exact)]),
            Corrected([new(Regulations.Learners, 1, Qualifier.Exact), new(Regulations.Learners, 2, Qualifier.Exact)]),
            Corrected([new(Regulations.Learners, -1, Qualifier.Exact)]),
            Corrected([new(Regulations.Learners, 1, Qualifier.Exact, [3])]),
            Corrected([new(Regulations.Learners, 5, Qualifier.Exact), new(Regulations.OnlineLearners, 6, Qualifier.MoreThan)]),
            Errand.Of(s.Key, officer, new StatisticsCommand.CorrectReport(ReportPeriod.FullYear, 99, Figures(s.Rules, ReportPeriod.FullYear), "Sai")),
        ];

        Errand Corrected(EquatableList<Figure> wrong) => s.ReportOf(ReportPeriod.FullYear) is { Version: var version }
            ? Errand.Of(s.Key, officer, new StatisticsCommand.CorrectReport(ReportPeriod.FullYear, version, wrong, "Sai"))
            : Errand.Of(s.Key, officer, new StatisticsCommand.SubmitReport(ReportPeriod.FullYear, wrong));
    }

    // A part is never more than the least that its whole can be, and some figures are left out.
    private EquatableList<Figure> Figures(StatisticsRules rules, ReportPeriod period)
    {
        var told = rules.Indicators.Where(i => i.Periods.Contains(period) && !chance.OneIn(5)).ToList();
        return (told.Count > 0 ? told : [rules.Indicators.First(i => i.Periods.Contains(period))])
            .Select(i => new Figure(i.Code, chance.Between(0, 100) + (i.PartOf is null ? 100 : 0), chance.Of(Enum.GetValues<Qualifier>()), Estimated(rules, period)))
            .ToEquatableList();
    }

    private EquatableList<int>? Estimated(StatisticsRules rules, ReportPeriod period) =>
        period == ReportPeriod.FullYear && chance.OneIn(2) ? rules.EstimatedMonths.Value : null;

    private static SortedDictionary<string, EquatableList<ReportPeriod>> Spread(Membership membership, Chance chance)
    {
        var spread = new SortedDictionary<string, EquatableList<ReportPeriod>>(StringComparer.Ordinal);
        foreach (var school in membership.Schools)
            spread.Add(school, chance.Of<EquatableList<ReportPeriod>>([[], [ReportPeriod.FirstHalf], [ReportPeriod.FullYear], [ReportPeriod.FirstHalf, ReportPeriod.FullYear]]));
        return spread;
    }
}
