using ClusterActors.Academy;
using ClusterActors.Standards;

namespace ClusterActors.Tests.Standards;

/// <summary>A small standard: two criteria, one indicator of each term and kind.</summary>
internal static class SampleStandard
{
    public static Standard Rules { get; } = new(
        "11-QĐ/TW",
        "sample",
        new(5, "sample"),
        [
            new("staff", "Đội ngũ", "Staff", "sample",
            [
                Indicator("lecturers", IndicatorKind.Share, IndicatorTerm.AtEnd, 75, 80),
                Indicator("masters", IndicatorKind.Share, IndicatorTerm.EachYear, 90, null),
            ]),
            new("research", "Nghiên cứu", "Research", "sample",
            [
                Indicator("topics", IndicatorKind.Number, IndicatorTerm.Sum, 10, 20),
                Indicator("rules", IndicatorKind.YesNo, IndicatorTerm.AtEnd, 1, null),
                Indicator("journal", IndicatorKind.YesNo, IndicatorTerm.AtEnd, null, 1),
            ]),
        ],
        new(new(2021, 5, 19), "sample"));

    public static StandardIndicator Indicator(string code, IndicatorKind kind, IndicatorTerm term, decimal? one, decimal? two) =>
        new(code, $"Chỉ tiêu {code}", kind, term, "sample", Asked(one), Asked(two));

    /// <summary>All that level 1 asks for of the years from 2018 on, and nothing beyond.</summary>
    public static EquatableList<StatedValue> LevelOne { get; } =
    [
        Stated("lecturers", null, 75),
        .. Enumerable.Range(2018, 5).Select(year => Stated("masters", year, 90)),
        Stated("topics", 2018, 4), Stated("topics", 2020, 6),
        Stated("rules", null, 1),
    ];

    /// <summary>What level 2 asks for beyond that.</summary>
    public static EquatableList<StatedValue> LevelTwo { get; } = [Stated("lecturers", null, 80), Stated("topics", 2021, 10), Stated("journal", null, 1)];

    public static StatedValue Stated(string indicator, int? year, decimal value) => new(indicator, year, value, "Báo cáo số 12");

    /// <summary>Taken as it was stated.</summary>
    public static EquatableList<VerifiedValue> Confirmed(this EquatableList<StatedValue> values, int version = 1) =>
        values.Select(v => new VerifiedValue(v.Indicator, v.Year, version, v.Value)).ToEquatableList();

    private static Sourced<decimal>? Asked(decimal? least) => least is { } value ? new(value, "sample") : null;
}
