using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ClusterActors.Play.Data;

/// <summary>All that a year is played from, checked as a whole before anything is started.</summary>
internal sealed record Dataset(int Year, IReadOnlyList<ClusterYear> Clusters, NationalSample National, Regulation Regulation, string Digest)
{
    private static readonly Comparer<string> ByNumber = Comparer<string>.Create((x, y) => x.Length != y.Length ? x.Length.CompareTo(y.Length) : string.CompareOrdinal(x, y));

    /// <param name="cluster">The one cluster that is played; null for all that the year has.</param>
    /// <exception cref="DataException">A file is missing, unsound, or at odds with another.</exception>
    public static Dataset Load(string folder, int year, string? cluster)
    {
        var read = new List<string>();
        T Read<T>(params string[] path)
        {
            read.Add(Path.Combine([folder, .. path]));
            return DataFile.Read<T>(read[^1]);
        }

        var schools = Read<School[]>("schools.json");
        var schoolsFile = read[^1];
        var clusters = ClusterFiles(folder).SelectMany(file => Read<Cluster[]>("clusters", file)).ToList();
        var clustersFile = Path.Combine(folder, "clusters");
        var officers = Read<Officers[]>("officers.json");
        var officersFile = read[^1];
        var known = Read<KnownYear[]>("years.json");
        var statistics = Read<KnownStatistics[]>("statistics.json");
        if (statistics.Any(s => s.Figures.ContainsValue(null!)))
            throw new DataException(DataCode.Malformed, read[^1], "holds a null where a figure belongs.");
        var yearText = year.ToString(CultureInfo.InvariantCulture);
        CheckSchools(schools, schoolsFile);
        CheckClusters(clusters, schools.Select(s => s.Code).ToHashSet(), clustersFile);

        var played = clusters.Where(c => (cluster is null || c.Code == cluster) && c.IsValidIn(year)).OrderBy(c => c.Code, ByNumber).ToList();
        if (played.Count == 0)
            throw new DataException(DataCode.UnknownCluster, clustersFile, cluster is null ? $"no cluster is valid in {yearText}." : $"no cluster '{cluster}' is valid in {yearText}.");

        string SampleOf(Cluster here) => $"{yearText}-{here.Code}.json";
        if (played.FirstOrDefault(here => officers.All(o => o.Cluster != here.Code || o.Year != year) && !File.Exists(Path.Combine(folder, "samples", SampleOf(here)))) is { } headless)
            throw new DataException(DataCode.NoOfficers, officersFile, $"no officers of cluster '{headless.Code}' for {yearText}.");

        var national = Read<NationalSample>("samples", $"{yearText}.json");
        if (national.Year != year)
            throw new DataException(DataCode.SampleIncomplete, read[^1], "says that it is of another year.");
        var regulation = Regulation.From(Read<JsonNode>("regulations", $"{yearText}.json"), read[^1]);
        var years = played.Select(here =>
        {
            var sample = Read<Sample>("samples", SampleOf(here));
            CheckSample(sample, here, year, read[^1]);
            var inOffice = officers.FirstOrDefault(o => o.Cluster == here.Code && o.Year == year)
                ?? (sample.Officers is { } invented ? new Officers(here.Code, year, invented.Head, invented.Deputies, "sample") : null)
                ?? throw new DataException(DataCode.NoOfficers, officersFile, $"no officers of cluster '{here.Code}' for {yearText}.");
            if (inOffice.Deputies.Prepend(inOffice.Head).Distinct().Count() != inOffice.Deputies.Length + 1)
                throw new DataException(DataCode.DuplicateCode, officersFile, $"a school has two offices of cluster '{here.Code}' in {yearText}.");
            if (inOffice.Deputies.Prepend(inOffice.Head).FirstOrDefault(o => !here.Members.Contains(o)) is { } stranger)
                throw new DataException(DataCode.OfficerNotAMember, officersFile, $"'{stranger}' is no member of cluster '{here.Code}'.");
            return new ClusterYear(
                here, [.. schools.Where(s => here.Members.Contains(s.Code))], inOffice, known.FirstOrDefault(k => k.Cluster == here.Code && k.Year == year),
                statistics.FirstOrDefault(s => s.Scope == $"cluster:{here.Code}" && s.Year == year), sample);
        }).ToList();
        return new(year, years, national, regulation, DigestOf(read));
    }

    private static IEnumerable<string> ClusterFiles(string folder)
    {
        var clusters = Path.Combine(folder, "clusters");
        if (!Directory.Exists(clusters))
            throw new DataException(DataCode.Missing, clusters, "there is no such folder.");
        return Directory.EnumerateFiles(clusters, "*.json").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);
    }

    private static void CheckSchools(School[] schools, string file)
    {
        if (schools.GroupBy(s => s.Code).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            throw new DataException(DataCode.DuplicateCode, file, $"school '{twice}' stands twice.");
    }

    private static void CheckClusters(List<Cluster> clusters, HashSet<string> schools, string file)
    {
        foreach (var cluster in clusters)
        {
            if (!cluster.IsDated)
                throw new DataException(DataCode.Malformed, file, $"cluster '{cluster.Code}' is valid from '{cluster.ValidFrom}' to '{cluster.ValidTo}', and both must begin with a year.");
            if (cluster.Members.FirstOrDefault(m => !schools.Contains(m)) is { } unknown)
                throw new DataException(DataCode.UnknownSchool, file, $"cluster '{cluster.Code}' has the unknown member '{unknown}'.");
            if (cluster.Members.Distinct().Count() != cluster.Members.Length)
                throw new DataException(DataCode.DuplicateCode, file, $"cluster '{cluster.Code}' has a member twice.");
        }

        foreach (var (first, at) in clusters.Select((c, at) => (c, at)))
        {
            foreach (var second in clusters.Skip(at + 1).Where(first.MeetsInTime))
            {
                if (second.Code == first.Code)
                    throw new DataException(DataCode.DuplicateCode, file, $"cluster '{first.Code}' stands twice.");
                if (first.Members.Intersect(second.Members).FirstOrDefault() is { } both)
                    throw new DataException(DataCode.SchoolInTwoClusters, file, $"school '{both}' is in clusters '{first.Code}' and '{second.Code}' at once.");
            }
        }
    }

    private static void CheckSample(Sample sample, Cluster cluster, int year, string file)
    {
        if (sample.Year != year || sample.Cluster != cluster.Code)
            throw new DataException(DataCode.SampleIncomplete, file, "says that it is of another year or cluster.");
        if (sample.Votes.Any(v => v.Choices?.ContainsValue(null!) == true) || sample.Scores.Any(s => s.Findings.ContainsValue(null!) || s.Review?.ContainsValue(null!) == true))
            throw new DataException(DataCode.Malformed, file, "holds a null where choices or a finding belong.");
        if (sample.Reports?.Any(r => r.Figures.ContainsValue(null!)) == true)
            throw new DataException(DataCode.Malformed, file, "holds a null where a figure belongs.");
        if (sample.Reports?.GroupBy(r => r.School).FirstOrDefault(g => g.Count() > 1) is { Key: var reporter })
            throw new DataException(DataCode.DuplicateCode, file, $"school '{reporter}' reports twice.");
        if (sample.Votes.FirstOrDefault(v => v.Count is not null && v.Committee is not { Length: > 0 }) is { } uncounted)
            throw new DataException(DataCode.SampleIncomplete, file, $"the paper vote on {uncounted.Award} has no committee.");
        if (sample.Election?.FirstOrDefault(round => round.Committee is not { Length: > 0 }) is not null)
            throw new DataException(DataCode.SampleIncomplete, file, "a round of the election has no committee.");
        if (cluster.Members.FirstOrDefault(m => sample.Scores.Count(s => s.School == m) != 1) is { } missing)
            throw new DataException(DataCode.SampleIncomplete, file, $"school '{missing}' has no scores, or more than one sheet.");
        var named = sample.Scores.Select(s => s.School)
            .Concat(sample.Queue)
            .Concat(sample.Votes.SelectMany(v => (v.Committee ?? []).Concat(v.Count?.Marks.Keys.ToArray() ?? []).Concat((v.Choices ?? []).SelectMany(c => c.Value.Prepend(c.Key)))))
            .Concat((sample.Election ?? []).SelectMany(round => round.Committee.Concat(round.Count.Marks.Keys)))
            .Concat((sample.Declined ?? []).Select(d => d.School))
            .Concat((sample.Reports ?? []).Select(r => r.School))
            .Append(sample.MidYearReview.Host)
            .Append(sample.Conference.Host);
        if (sample.Votes.FirstOrDefault(v => v.Count is null == v.Choices is null) is { } unclear)
            throw new DataException(DataCode.SampleIncomplete, file, $"the vote on {unclear.Award} has neither a count nor choices, or both.");
        if (named.FirstOrDefault(s => !cluster.Members.Contains(s)) is { } stranger)
            throw new DataException(DataCode.UnknownSchool, file, $"'{stranger}' is no member of cluster '{cluster.Code}'.");
    }

    private static string DigestOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>One cluster's part of a year.</summary>
/// <param name="Known">What sources tell of this year; null where they tell nothing.</param>
/// <param name="Statistics">The figures that a source gives; null where none does.</param>
internal sealed record ClusterYear(
    Cluster Cluster, IReadOnlyList<School> Schools, Officers Officers, KnownYear? Known, KnownStatistics? Statistics, Sample Sample);
