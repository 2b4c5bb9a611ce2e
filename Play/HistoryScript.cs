using ClusterActors.Play.Data;

namespace ClusterActors.Play;

/// <summary>
/// Several years in one journal. One year's last months are the next one's first: officers are recognised and hand over when the
/// next guidance is out, and only then the next year is opened.
/// </summary>
internal sealed class HistoryScript
{
    private readonly History history;
    private readonly IReadOnlyList<NationalScript> years;
    private readonly Office clock;
    private readonly Api api;

    public HistoryScript(History history, Api api)
    {
        this.history = history;
        this.api = api;
        years = [.. history.Years.Select(year => new NationalScript(year.Year, api))];
        clock = new(api, history.Years[0].Year.Year, "academy");
    }

    public IReadOnlyList<Act> Acts() => Timeline.Of(years.SelectMany((script, at) => Year(at, script)), clock.Clock);

    private IEnumerable<DatedAct> Year(int at, NationalScript script)
    {
        var year = history.Years[at];
        var guidance = year.Year.National.Guidance.IssuedOn;
        if (at == 0)
            return [new(guidance, script.Founding()), .. Renamings(year), .. script.Year(guidance), .. Mergers(year, script)];

        var handover = history.Years[at - 1].Year.National.HandoverOn;
        string[] before = year.Reforming is { } reforming ? [guidance, handover, reforming.Decision.IssuedOn] : [guidance, handover];
        return [.. Reforming(year, script), .. Renamings(year), .. script.Year(before.Max(StringComparer.Ordinal)!), .. Mergers(year, script)];
    }

    // The old clusters have closed their year; their schools are free for the new ones at once.
    private IEnumerable<DatedAct> Reforming(HistoryYear year, NationalScript script)
    {
        if (year.Reforming is not { } reforming)
            return [];
        var academy = Academy(year);
        var on = reforming.Decision.IssuedOn;
        var dissolutions = Act.Of(year.Dissolved.Select(cluster => academy.Tell($"dissolve-cluster.{cluster}", null, "/academy/clusters/dissolutions", new
        {
            cluster, on, reforming.Decision, reason = $"Clusters are formed anew; evidence: {reforming.Evidence}",
        })));
        return [new(on, dissolutions), new(on, script.Forming())];
    }

    private IEnumerable<DatedAct> Renamings(HistoryYear year) => year.Renamings.Count == 0
        ? []
        : [new(year.Year.National.Guidance.IssuedOn, Act.Of(year.Renamings.Select(renaming => Academy(year).Tell($"rename-school.{renaming.School}", null, "/academy/schools/renamings", new
        {
            renaming.School, renaming.Name, renaming.Province, renaming.On, renaming.Decision, reason = $"Its province has another name; evidence: {renaming.Evidence}",
        }))))];

    private IEnumerable<DatedAct> Mergers(HistoryYear year, NationalScript script)
    {
        if (year.Merging is not { } merging)
            return [];
        var academy = Academy(year);
        var mergers = Act.Of(year.Mergers.SelectMany(merger => Founding(academy, merger.Founded).Append(academy.Tell($"merge-schools.{merger.SurvivorProvince}", null, "/academy/schools/mergers", new
        {
            schools = merger.Absorbed,
            successor = merger.SurvivorProvince,
            on = merger.Date,
            decision = merger.Decision ?? merging.Decision,
            reason = $"Their provinces became one; evidence: {merger.Evidence}",
            cluster = merger.Founded is null ? null : year.Year.Clusters.First(c => merger.Absorbed.Intersect(c.Cluster.Members).Any()).Cluster.Code,
        }))));
        return [new(merging.Date, mergers), new(merging.Date, script.Merged())];
    }

    private static IEnumerable<Step> Founding(Office academy, School? school) => school is null
        ? []
        : [academy.Tell($"register-school.{school.Code}", null, "/academy/schools", new { school = school.Code, school.Name, school.Province }), academy.Enrol(school.Code)];

    private Office Academy(HistoryYear year) => new(api, year.Year.Year, "academy");
}
