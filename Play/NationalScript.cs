using ClusterActors.Play.Data;

namespace ClusterActors.Play;

/// <summary>
/// A year of all clusters that are played, each in a lane of its own. What the Academy does for all of them, and the clock, which
/// they share, stand between.
/// </summary>
internal sealed class NationalScript
{
    private readonly Dataset data;
    private readonly Office academy;
    private readonly IReadOnlyList<ClusterScript> clusters;

    public NationalScript(Dataset data, Api api)
    {
        this.data = data;
        academy = new(api, data.Year, "academy");
        clusters = [.. data.Clusters.Select(cluster => new ClusterScript(
            data, cluster, new(api, data.Year, cluster.Cluster.Code, data.Clusters.Count > 1 ? $"{cluster.Cluster.Code}: " : "")))];
    }

    public IReadOnlyList<Act> Acts() =>
    [
        Clock(data.National.Guidance.IssuedOn),
        All(cluster => cluster.Founding()),
        Act.Of([academy.Tell("issue-regulation", null, "/academy/regulations", new { regulation = data.Regulation.Whole }), IssueGuidance()]),
        All(cluster => cluster.Opening()),
        .. Days(),
        Clock(data.National.Awards.IssuedOn),
        All(cluster => cluster.Decisions()),
        Clock(data.National.Recognition.IssuedOn),
        All(cluster => cluster.Recognition()),
        Clock(data.National.HandoverOn),
        All(cluster => cluster.Handover()),
    ];

    /// <summary>What the finished year came to, in the order of the clusters.</summary>
    public async Task<IReadOnlyList<ClusterOutcome>> OutcomesAsync()
    {
        var outcomes = new List<ClusterOutcome>();
        foreach (var (script, cluster) in clusters.Zip(data.Clusters))
        {
            var (year, office, statistics) = await script.ResultAsync();
            outcomes.Add(ClusterOutcome.From(year, office, statistics, cluster));
        }

        return outcomes;
    }

    // Who does something on a day does it side by side with the others of that day.
    private IEnumerable<Act> Days() => clusters
        .SelectMany(cluster => cluster.Days())
        .GroupBy(day => day.Day)
        .OrderBy(day => day.Key, StringComparer.Ordinal)
        .SelectMany(day => new[] { Clock(day.Key), new Act([.. day.Select(d => (IReadOnlyList<Step>)[.. d.Steps])]) });

    private Act All(Func<ClusterScript, IEnumerable<Step>> part) => new([.. clusters.Select(cluster => (IReadOnlyList<Step>)[.. part(cluster)])]);

    private Act Clock(string day) => Act.Of([academy.Clock(day)]);

    private Step IssueGuidance()
    {
        var (reference, issuedOn, theme) = data.National.Guidance;
        return academy.Tell("issue-guidance", null, "/academy/guidance", new { guidance = new { data.Year, reference, issuedOn, theme } });
    }
}
