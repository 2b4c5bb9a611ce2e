using System.Globalization;

namespace ClusterActors.Tests;

/// <summary>Instants of the tests, by days in Vietnam.</summary>
internal static class Moment
{
    /// <summary>After all that the sample year 2020 holds.</summary>
    public static DateTimeOffset Default { get; } = Noon("2021-03-01");

    /// <summary>Noon in Vietnam.</summary>
    public static DateTimeOffset Noon(string day) => new(Day(day).ToDateTime(new(5, 0)), TimeSpan.Zero);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
