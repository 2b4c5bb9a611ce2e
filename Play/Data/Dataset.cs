using System.Globalization;
using System.Text.Json.Nodes;

namespace ClusterActors.Play.Data;

/// <summary>All that a year is played from, checked as a whole before anything is started.</summary>
internal sealed record Dataset(int Year, IReadOnlyList<ClusterYear> Clusters, NationalSample National, Regulation Regulation)
{
    /// <param name="cluster">The one cluster that is played; null for all that the year has.</param>
    /// <exception cref="DataException">A file is missing, unsound, or at odds with another.</exception>
    public static Dataset Load(DataFolder files, int year, string? cluster)
    {
        var sources = Sources.Read(files);
        var yearText = year.ToString(CultureInfo.InvariantCulture);
        var played = sources.On($"{yearText}-01-01").Where(c => cluster is null || c.Code == cluster).ToList();
        if (played.Count == 0)
            throw new DataException(DataCode.UnknownCluster, files.At(Sources.ClustersFolder), cluster is null ? $"no cluster is valid in {yearText}." : $"no cluster '{cluster}' is valid in {yearText}.");
        if (played.FirstOrDefault(here => sources.OfficersOf(here.Code, year) is null && !files.Has("samples", $"{yearText}-{here.Code}.json")) is { } headless)
            throw Headless(files, headless.Code, yearText);
        return FromFiles(files, sources, year, played);
    }

    /// <summary>The year as its own files have it.</summary>
    public static Dataset FromFiles(DataFolder files, Sources sources, int year, IEnumerable<Cluster> played)
    {
        var yearText = year.ToString(CultureInfo.InvariantCulture);
        var national = files.Read<NationalSample>("samples", $"{yearText}.json");
        if (national.Year != year)
            throw new DataException(DataCode.SampleIncomplete, files.Latest, "says that it is of another year.");
        var regulation = Regulation.From(files.Read<JsonNode>("regulations", $"{yearText}.json"), files.Latest);
        var clusters = played.Select(here =>
        {
            var sample = files.Read<Sample>("samples", $"{yearText}-{here.Code}.json");
            SampleChecks.Check(sample, here, year, files.Latest);
            var officers = sources.OfficersOf(here.Code, year)
                ?? (sample.Officers is { } invented ? new Officers(here.Code, year, invented.Head, invented.Deputies, "sample") : null)
                ?? throw Headless(files, here.Code, yearText);
            CheckOfficers(officers, here, files.At(Sources.OfficersFile));
            var next = sources.OfficersOf(here.Code, year + 1);
            if (next is not null && sample.Election is not null)
                throw new DataException(DataCode.Malformed, files.At("samples", $"{yearText}-{here.Code}.json"), $"elects officers of {year + 1}, whom a source names: those come by a decision of the Academy.");
            return new ClusterYear(
                here, [.. sources.Schools.Where(s => here.Members.Contains(s.Code))], here.Members, sources.YearOf(here.Code, year), sources.StatisticsOf(here.Code, year), sample)
            {
                Appointed = new(officers, [.. sample.Queue.Where(s => s != officers.Head && !officers.Deputies.Contains(s))]),
                NextKnown = next,
            };
        }).ToList();
        return new(year, clusters, national, regulation);
    }

    /// <exception cref="DataException">They cannot be officers of this cluster.</exception>
    public static void CheckOfficers(Officers officers, Cluster cluster, string file)
    {
        if (officers.Deputies.Prepend(officers.Head).Distinct().Count() != officers.Deputies.Length + 1)
            throw new DataException(DataCode.DuplicateCode, file, $"a school has two offices of cluster '{cluster.Code}' in {officers.Year}.");
        if (officers.Deputies.Prepend(officers.Head).FirstOrDefault(o => !cluster.Members.Contains(o)) is { } stranger)
            throw new DataException(DataCode.OfficerNotAMember, file, $"'{stranger}' is no member of cluster '{cluster.Code}'.");
    }

    private static DataException Headless(DataFolder files, string cluster, string year) =>
        new(DataCode.NoOfficers, files.At(Sources.OfficersFile), $"no officers of cluster '{cluster}' for {year}.");
}

/// <summary>One cluster's part of a year.</summary>
/// <param name="Cluster">As it is when the year begins.</param>
/// <param name="Schools">Its schools when the year begins.</param>
/// <param name="LastMembers">Its members when the year ends: schools may merge in mid-year.</param>
/// <param name="Known">What sources tell of this year; null where they tell nothing.</param>
/// <param name="Statistics">The figures that a source gives; null where none does.</param>
internal sealed record ClusterYear(
    Cluster Cluster, IReadOnlyList<School> Schools, string[] LastMembers, KnownYear? Known, KnownStatistics? Statistics, Sample Sample)
{
    /// <summary>Whom the Academy puts into office first; null where the year before has led to officers.</summary>
    public Appointment? Appointed { get; init; }

    /// <summary>The decision that forms the cluster; null where it goes on, or where the document is not known.</summary>
    public PlannedReforming? FormedBy { get; init; }

    /// <summary>The officers whom a source names for the next year, and whom the Academy recognises; null where it takes those proposed.</summary>
    public Officers? NextKnown { get; init; }
}

/// <param name="Queue">Who enters as deputy next.</param>
internal sealed record Appointment(Officers Officers, string[] Queue);
