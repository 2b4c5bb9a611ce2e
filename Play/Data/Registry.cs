namespace ClusterActors.Play.Data;

/// <summary>What published sources tell: schools, clusters, officers and outcomes. Each record names its evidence.</summary>
internal sealed record School(string Code, string Province, string Name);

/// <param name="ValidFrom">A year or a day; a year means its first day.</param>
/// <param name="ValidTo">A year or a day; a year means its last day.</param>
internal sealed record Cluster(
    string Code, int? Number, string Name, string Organiser, string ValidFrom, string ValidTo, string Evidence, string[] Members)
{
    private const int YearLength = 4;

    public bool IsDated => BeginsWithYear(ValidFrom) && BeginsWithYear(ValidTo);

    public bool IsValidOn(string day) => string.CompareOrdinal(FirstDay, day) <= 0 && string.CompareOrdinal(day, LastDay) <= 0;

    public bool MeetsInTime(Cluster other) => string.CompareOrdinal(FirstDay, other.LastDay) <= 0 && string.CompareOrdinal(other.FirstDay, LastDay) <= 0;

    private string FirstDay => ValidFrom.Length == YearLength ? $"{ValidFrom}-01-01" : ValidFrom;

    private string LastDay => ValidTo.Length == YearLength ? $"{ValidTo}-12-31" : ValidTo;

    private static bool BeginsWithYear(string date) =>
        date.Length >= YearLength && int.TryParse(date.AsSpan(0, YearLength), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _);
}

/// <param name="SurvivorProvince">The school, by its province, that goes on, or the one that is founded.</param>
/// <param name="Absorbed">The schools that end in it.</param>
/// <param name="Founded">The school that is founded of the others; null where one of them goes on.</param>
/// <param name="Decision">The decision that a source names; null where none does.</param>
internal sealed record Merger(string Date, string SurvivorProvince, string[] Absorbed, string Evidence, School? Founded = null, SampleDecision? Decision = null);

internal sealed record Officers(string Cluster, int Year, string Head, string[] Deputies, string Evidence);

/// <summary>What a source says of one cluster's year; absent parts are not known.</summary>
internal sealed record KnownYear(
    string Cluster,
    int Year,
    string Evidence,
    string[]? Flag = null,
    string[]? Certificate = null,
    ProposedOfficers? ProposedOfficers = null,
    KnownConference? Conference = null,
    KnownPact? Pact = null,
    KnownMidYear? MidYear = null);

/// <param name="Deputies">Null where the source names the head only.</param>
internal sealed record ProposedOfficers(int Year, string Head, string[]? Deputies);

/// <summary>What a source says that the schools of a cluster, or of the nation, have reported for a year.</summary>
/// <param name="Scope"><c>cluster:</c> and its code, or <c>national</c>.</param>
/// <param name="Figures">By indicator.</param>
internal sealed record KnownStatistics(string Scope, int Year, Dictionary<string, StatedFigure> Figures, string Evidence);

/// <param name="Qualifier">As the API names it.</param>
internal sealed record StatedFigure(decimal Value, string Qualifier);

internal sealed record KnownConference(string Date, string Host);

/// <param name="Signatories">How many schools signed; null where the source does not say, as <paramref name="Targets"/>.</param>
internal sealed record KnownPact(string Date, string Host, int? Signatories = null, int? Targets = null, string? Theme = null);

/// <param name="Date">Null where the source does not say.</param>
internal sealed record KnownMidYear(string Host, string? Date = null);
