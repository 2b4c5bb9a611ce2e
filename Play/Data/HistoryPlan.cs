using System.Globalization;

namespace ClusterActors.Play.Data;

/// <summary>What no source gives of the years of the history, invented so that they can be played; the file says so itself.</summary>
/// <param name="Notice">Says that these are samples.</param>
/// <param name="FindingReason">Why inspectors found less than a school had scored.</param>
/// <param name="Guidance">The guidance of those years of which a source names it.</param>
/// <param name="Reforming">The decisions by which the clusters are formed anew.</param>
/// <param name="Merging">The decisions by which schools are merged.</param>
/// <param name="Renamings">Schools that get another name, or whose province does.</param>
/// <param name="Lines">Who stands in line for the offices of each cluster when it begins.</param>
internal sealed record HistoryPlan(
    string Notice,
    PlannedTheme Theme,
    string[] Targets,
    string Directions,
    string FindingReason,
    PlannedDays Days,
    PlannedGuidance[] Guidance,
    PlannedReforming[] Reforming,
    PlannedMerging[] Merging,
    PlannedRenaming[] Renamings,
    PlannedLine[] Lines);

/// <summary>Month and day of what happens every year, as <c>--MM-DD</c>; where nobody works on it, the next working day. Recognition and handover are in the year after.</summary>
internal sealed record PlannedDays(
    string Guidance,
    string PactProposed,
    string PactSigned,
    string MidYearReview,
    string SelfScoring,
    string Inspection,
    string Conference,
    string Awards,
    string Recognition,
    string Handover)
{
    /// <summary>That day of a year.</summary>
    public static string In(int year, string day) => string.Create(CultureInfo.InvariantCulture, $"{year}-{day[2..]}");

    /// <summary>Whether a text is a month and day rather than a date.</summary>
    public static bool IsDay(string text) =>
        text.StartsWith("--", StringComparison.Ordinal) && DateOnly.TryParseExact($"2001-{text[2..]}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public IEnumerable<string> All =>
        [Guidance, PactProposed, PactSigned, MidYearReview, SelfScoring, Inspection, Conference, Awards, Recognition, Handover];
}

/// <summary>The Academy's theme of several years.</summary>
internal sealed record PlannedTheme(int First, int Last, string Text, string Evidence)
{
    public string? In(int year) => year >= First && year <= Last ? Text : null;
}

internal sealed record PlannedGuidance(int Year, string Reference, string IssuedOn, string Evidence);

internal sealed record PlannedReforming(int Year, SampleDecision Decision, string Evidence);

/// <param name="On">Since when; the Academy enters it with the guidance of that year.</param>
internal sealed record PlannedRenaming(string School, string Name, string Province, string On, SampleDecision Decision, string Evidence);

internal sealed record PlannedMerging(string Date, SampleDecision Decision, string Evidence);

/// <param name="Schools">All members: the head of that year, the deputies, then the queue. Under rotation everybody moves up one place a year.</param>
internal sealed record PlannedLine(string Cluster, int Year, string Evidence, string[] Schools)
{
    public string[] In(int year)
    {
        var moved = (((year - Year) % Schools.Length) + Schools.Length) % Schools.Length;
        return [.. Schools[moved..], .. Schools[..moved]];
    }
}
