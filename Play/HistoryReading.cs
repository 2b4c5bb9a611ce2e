using System.Globalization;
using System.Text.Json.Nodes;
using ClusterActors.Play.Data;

namespace ClusterActors.Play;

/// <summary>Reads through the API what the played years came to.</summary>
internal sealed class HistoryReading(History history, Api api)
{
    public async Task<HistoryOutcome> ReadAsync()
    {
        var years = new List<YearOutcome>();
        foreach (var year in history.Years)
            years.Add(await YearAsync(year));
        var schools = (await api.ReadWhenAsync("/schools", _ => true)).AsArray();
        return new(schools.Count(s => s!["mergedInto"] is null), years);
    }

    private async Task<YearOutcome> YearAsync(HistoryYear played)
    {
        var year = played.Year.Year;
        var clusters = new List<PlayedCluster>();
        foreach (var data in played.Year.Clusters)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"/clusters/{data.Cluster.Code}/years/{year}");
            var campaign = await api.ReadWhenAsync(address, c => (string)c["phase"]! == "closed");
            var statistics = data.Sample.Reports is null ? null : await api.ReadWhenAsync($"{address}/statistics", totals => (bool)totals["frozen"]!);
            clusters.Add(PlayedCluster.From(campaign, statistics, data, history.Named.FirstOrDefault(o => o.Cluster == data.Cluster.Code && o.Year == year) ?? data.Appointed?.Officers));
        }

        var nation = played.Nation is { } known
            ? PlayedFigure.Of((await api.ReadWhenAsync(string.Create(CultureInfo.InvariantCulture, $"/national/years/{year}/statistics"), t => (bool)t["nation"]!["frozen"]!))["nation"]!, known)
            : null;
        return new(year, clusters.Sum(c => c.Members.Length), clusters, nation);
    }
}
