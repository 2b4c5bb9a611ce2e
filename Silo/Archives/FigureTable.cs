using ClusterActors.Statistics;

namespace ClusterActors.Silo.Archives;

/// <summary>What the schools reported in figures; how a figure is meant stands beside it.</summary>
internal static class FigureTable
{
    private sealed record Row(StatisticsView View, ReportView Report, Figure Figure);

    public static Table Of(ArchivedYear year) => Table.Of<Row>(
        "figures", "Báo cáo thống kê", "Figures reported", year.Reports.SelectMany(view => view.Reports.SelectMany(report => report.Figures.Select(figure => new Row(view, report, figure)))),
        new("school", "Mã trường", "School", row => row.View.School),
        new("period", "Kỳ", "Period", row => row.Report.Period),
        new("version", "Phiên bản", "Version", row => row.Report.Version),
        new("indicator", "Mã chỉ tiêu", "Indicator", row => row.Figure.Indicator),
        new("indicator_name", "Chỉ tiêu", "Name", row => row.View.Indicators.FirstOrDefault(indicator => indicator.Code == row.Figure.Indicator)?.Name),
        new("qualifier", "Mức", "Qualifier", row => row.Figure.Qualifier),
        new("value", "Số liệu", "Value", row => row.Figure.Value),
        new("estimated_months", "Tháng ước tính", "Estimated months", row => row.Figure.EstimatedMonths));
}
