using ClusterActors.Academy;
using ClusterActors.Statistics;

namespace ClusterActors.Tests.Statistics;

/// <summary>A small catalogue with everything that a catalogue can have.</summary>
internal static class SampleStatistics
{
    private const string Source = "sample regulation";

    private static readonly EquatableList<ReportPeriod> Both = [ReportPeriod.FirstHalf, ReportPeriod.FullYear];

    public static StatisticsRules Rules { get; } = new(
        [
            new("classes", "Lớp", "Classes", "class", 0, Measure.During, Both, Source),
            new("learners", "Học viên", "Learners", "person", 0, Measure.During, Both, Source),
            new("learners-training", "Học viên đào tạo", "Learners in training", "person", 0, Measure.During, Both, Source, new("learners", "kind")),
            new("learners-fostering", "Học viên bồi dưỡng", "Learners in fostering", "person", 0, Measure.During, Both, Source, new("learners", "kind")),
            new("learners-online", "Học viên trực tuyến", "Learners online", "person", 0, Measure.During, Both, Source, new("learners", "mode")),
            new("staff", "Viên chức", "Staff", "person", 0, Measure.AtEnd, [ReportPeriod.FullYear], Source),
            new("hours", "Giờ giảng", "Hours taught", "thousand hours", 2, Measure.During, [ReportPeriod.FullYear], Source),
        ],
        new([11, 12], Source));

    public static Figure Exactly(string indicator, decimal value) => new(indicator, value, Qualifier.Exact);

    public static Figure MoreThan(string indicator, decimal value) => new(indicator, value, Qualifier.MoreThan);

    public static Figure About(string indicator, decimal value) => new(indicator, value, Qualifier.About);
}
