using System.Globalization;

namespace ClusterActors;

/// <summary>
/// A grain's key is also the name of its stream: a word for the kind, then its parts, joined by colons. The first word is no
/// hexadecimal number and no part holds a plus sign, because Orleans folds keys that parse as hexadecimal (orleans#9706).
/// </summary>
public interface IGrainKey
{
    string ToString();
}

/// <summary>A short code: <c>[a-z0-9-]{1,32}</c>. Codes are given once and never used again.</summary>
public static class Code
{
    public const int MaxLength = 32;

    public static bool IsValid(string? code) =>
        code is { Length: > 0 and <= MaxLength } && code.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    internal static string Required(string code, string what) =>
        IsValid(code) ? code : throw new FormatException($"'{code}' is not a {what} code: [a-z0-9-], 1 to {MaxLength} characters.");

    internal static string Tail(string key, string kind) =>
        key.StartsWith(kind + ":", StringComparison.Ordinal)
            ? key[(kind.Length + 1)..]
            : throw new FormatException($"'{key}' is not a {kind} key.");
}

/// <summary>The Academy that directs the schools; one installation serves one organiser.</summary>
[GenerateSerializer, Alias("academy-key")]
public readonly record struct AcademyKey([property: Id(0)] string Organiser) : IGrainKey
{
    public const string Kind = "academy";

    public static AcademyKey National { get; } = new("vn");

    public static AcademyKey Parse(string key) => new(Code.Required(Code.Tail(key, Kind), Kind));

    public override string ToString() => $"{Kind}:{Organiser}";
}

/// <summary>A provincial political school (trường chính trị); its code outlives mergers and renames.</summary>
[GenerateSerializer, Alias("school-key")]
public readonly record struct SchoolKey([property: Id(0)] string Code) : IGrainKey
{
    public const string Kind = "school";

    public static SchoolKey Parse(string key) => new(ClusterActors.Code.Required(ClusterActors.Code.Tail(key, Kind), Kind));

    public override string ToString() => $"{Kind}:{Code}";
}

/// <summary>A regional emulation cluster (cụm thi đua).</summary>
[GenerateSerializer, Alias("cluster-key")]
public readonly record struct ClusterKey([property: Id(0)] string Code) : IGrainKey
{
    public const string Kind = "cluster";

    public static ClusterKey Parse(string key) => new(ClusterActors.Code.Required(ClusterActors.Code.Tail(key, Kind), Kind));

    public override string ToString() => $"{Kind}:{Code}";
}

/// <summary>One cluster's campaign year (năm thi đua).</summary>
[GenerateSerializer, Alias("campaign-key")]
public readonly record struct CampaignKey([property: Id(0)] string Cluster, [property: Id(1)] int Year) : IGrainKey
{
    public const string Kind = "campaign";

    public static CampaignKey Parse(string key) => Code.Tail(key, Kind).Split(':') switch
    {
        [var cluster, var year] when Years.TryParse(year, out var y) => new(Code.Required(cluster, "cluster"), y),
        _ => throw new FormatException($"'{key}' is not a campaign key."),
    };

    public override string ToString() => $"{Kind}:{Cluster}:{Years.Text(Year)}";
}

/// <summary>The cross-inspection (kiểm tra chéo) of one school in one campaign year.</summary>
[GenerateSerializer, Alias("inspection-key")]
public readonly record struct InspectionKey([property: Id(0)] string Cluster, [property: Id(1)] int Year, [property: Id(2)] string School) : IGrainKey
{
    public const string Kind = "inspection";

    public static InspectionKey Parse(string key) => Code.Tail(key, Kind).Split(':') switch
    {
        [var cluster, var year, var school] when Years.TryParse(year, out var y) =>
            new(Code.Required(cluster, "cluster"), y, Code.Required(school, "school")),
        _ => throw new FormatException($"'{key}' is not an inspection key."),
    };

    public override string ToString() => $"{Kind}:{Cluster}:{Years.Text(Year)}:{School}";
}

/// <summary>The election (bầu) of a cluster's officers; the year is the one that they will serve.</summary>
[GenerateSerializer, Alias("election-key")]
public readonly record struct ElectionKey([property: Id(0)] string Cluster, [property: Id(1)] int Year) : IGrainKey
{
    public const string Kind = "election";

    public static ElectionKey Parse(string key) => Code.Tail(key, Kind).Split(':') switch
    {
        [var cluster, var year] when Years.TryParse(year, out var y) => new(Code.Required(cluster, "cluster"), y),
        _ => throw new FormatException($"'{key}' is not an election key."),
    };

    public override string ToString() => $"{Kind}:{Cluster}:{Years.Text(Year)}";
}

/// <summary>What one school reports in figures (báo cáo thống kê) for one campaign year, whatever cluster it is in.</summary>
[GenerateSerializer, Alias("statistics-key")]
public readonly record struct StatisticsKey([property: Id(0)] string School, [property: Id(1)] int Year) : IGrainKey
{
    public const string Kind = "statistics";

    public static StatisticsKey Parse(string key) => Code.Tail(key, Kind).Split(':') switch
    {
        [var school, var year] when Years.TryParse(year, out var y) => new(Code.Required(school, "school"), y),
        _ => throw new FormatException($"'{key}' is not a statistics key."),
    };

    public override string ToString() => $"{Kind}:{School}:{Years.Text(Year)}";
}

/// <summary>A document that a cluster adopts for a campaign year, by the code that the regulation gives it.</summary>
[GenerateSerializer, Alias("document-key")]
public readonly record struct DocumentKey([property: Id(0)] string Cluster, [property: Id(1)] int Year, [property: Id(2)] string Document) : IGrainKey
{
    public const string Kind = "document";

    public static DocumentKey Parse(string key) => Code.Tail(key, Kind).Split(':') switch
    {
        [var cluster, var year, var document] when Years.TryParse(year, out var y) =>
            new(Code.Required(cluster, "cluster"), y, Code.Required(document, Kind)),
        _ => throw new FormatException($"'{key}' is not a document key."),
    };

    public override string ToString() => $"{Kind}:{Cluster}:{Years.Text(Year)}:{Document}";
}

/// <summary>One year of the Academy's council (Hội đồng thi đua, khen thưởng).</summary>
[GenerateSerializer, Alias("council-key")]
public readonly record struct CouncilKey([property: Id(0)] int Year) : IGrainKey
{
    public const string Kind = "council";

    public static CouncilKey Parse(string key) =>
        Years.TryParse(Code.Tail(key, Kind), out var year) ? new(year) : throw new FormatException($"'{key}' is not a council key.");

    public override string ToString() => $"{Kind}:{Years.Text(Year)}";
}

/// <summary>What a cluster does together in a campaign year.</summary>
[GenerateSerializer, Alias("activities-key")]
public readonly record struct ActivitiesKey([property: Id(0)] string Cluster, [property: Id(1)] int Year) : IGrainKey
{
    public const string Kind = "activities";

    public static ActivitiesKey Parse(string key) => Code.Tail(key, Kind).Split(':') switch
    {
        [var cluster, var year] when Years.TryParse(year, out var y) => new(Code.Required(cluster, "cluster"), y),
        _ => throw new FormatException($"'{key}' is not an activities key."),
    };

    public override string ToString() => $"{Kind}:{Cluster}:{Years.Text(Year)}";
}

/// <summary>One version of the national standard for political schools (trường chính trị chuẩn).</summary>
[GenerateSerializer, Alias("standard-key")]
public readonly record struct StandardKey([property: Id(0)] string Code) : IGrainKey
{
    public const string Kind = "standard";

    public static StandardKey Parse(string key) => new(ClusterActors.Code.Required(ClusterActors.Code.Tail(key, Kind), Kind));

    public override string ToString() => $"{Kind}:{Code}";
}

/// <summary>The assessment of one school by one standard, over the years from one on.</summary>
[GenerateSerializer, Alias("assessment-key")]
public readonly record struct AssessmentKey([property: Id(0)] string School, [property: Id(1)] string Standard, [property: Id(2)] int FirstYear) : IGrainKey
{
    public const string Kind = "assessment";

    public static AssessmentKey Parse(string key) => Code.Tail(key, Kind).Split(':') switch
    {
        [var school, var standard, var year] when Years.TryParse(year, out var y) => new(Code.Required(school, "school"), Code.Required(standard, "standard"), y),
        _ => throw new FormatException($"'{key}' is not an assessment key."),
    };

    public override string ToString() => $"{Kind}:{School}:{Standard}:{Years.Text(FirstYear)}";
}

/// <summary>What a unit, a school or the Academy, has acknowledged of its reminders.</summary>
/// <param name="Unit">The key of the unit.</param>
[GenerateSerializer, Alias("inbox-key")]
public readonly record struct InboxKey([property: Id(0)] string Unit) : IGrainKey
{
    public const string Kind = "inbox";

    /// <summary>The school's code; null for the Academy's inbox.</summary>
    public string? School => Unit.StartsWith(SchoolKey.Kind + ":", StringComparison.Ordinal) ? SchoolKey.Parse(Unit).Code : null;

    public static InboxKey Of(SchoolKey school) => new(school.ToString());

    public static InboxKey Of(AcademyKey academy) => new(academy.ToString());

    public static InboxKey Parse(string key)
    {
        var unit = Code.Tail(key, Kind);
        return unit.StartsWith(SchoolKey.Kind + ":", StringComparison.Ordinal) ? Of(SchoolKey.Parse(unit)) : Of(AcademyKey.Parse(unit));
    }

    public override string ToString() => $"{Kind}:{Unit}";
}

/// <summary>Where a cluster's draws get their seeds from.</summary>
[GenerateSerializer, Alias("beacon-key")]
public readonly record struct BeaconKey([property: Id(0)] string Cluster) : IGrainKey
{
    public const string Kind = "beacon";

    public static BeaconKey Parse(string key) => new(Code.Required(Code.Tail(key, Kind), Kind));

    public override string ToString() => $"{Kind}:{Cluster}";
}

/// <summary>The clock of a folder that is played, not lived: it exists nowhere else.</summary>
[GenerateSerializer, Alias("play-clock-key")]
public readonly record struct PlayClockKey([property: Id(0)] string Name) : IGrainKey
{
    public const string Kind = "play-clock";

    public static PlayClockKey Only { get; } = new("only");

    public static PlayClockKey Parse(string key) => new(Code.Required(Code.Tail(key, Kind), Kind));

    public override string ToString() => $"{Kind}:{Name}";
}

/// <summary>Campaign years: four digits, from the first clusters (2015) on.</summary>
public static class Years
{
    public const int First = 2015;
    public const int Last = 2200;

    public static bool IsValid(int year) => year is >= First and <= Last;

    public static string Text(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    internal static bool TryParse(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && IsValid(year) && text.Length == 4;
}
