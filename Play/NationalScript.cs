using System.Globalization;
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

    /// <summary>The year by itself, from the registry to the handovers.</summary>
    public IReadOnlyList<Act> Acts() => Timeline.Of([new(data.National.Guidance.IssuedOn, Founding()), .. Year(data.National.Guidance.IssuedOn)], academy.Clock);

    /// <summary>Schools are registered, their principals enrolled, clusters formed.</summary>
    public Act Founding() => All(cluster => [.. cluster.Registering(), .. cluster.Forming()]);

    /// <summary>Clusters are formed of schools that are registered.</summary>
    public Act Forming() => All(cluster => cluster.Forming());

    /// <summary>The mergers of the year have come to every cluster.</summary>
    public Act Merged() => All(cluster => cluster.Merged());

    /// <summary>From the guidance to the handovers.</summary>
    /// <param name="openingOn">When the heads open the year.</param>
    public IEnumerable<DatedAct> Year(string openingOn) =>
    [
        new(data.National.Guidance.IssuedOn, Guidance()),
        new(openingOn, All(cluster => cluster.Opening())),
        .. Days(),
        .. data.Regulation.Rules.Council is { } rules ? Council(rules) : [],
        new(data.National.Awards.IssuedOn, All(cluster => cluster.Decisions())),
        new(data.National.Recognition.IssuedOn, All(cluster => cluster.Recognition())),
        new(data.National.HandoverOn, All(cluster => cluster.Handover())),
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
    private IEnumerable<DatedAct> Days() => clusters
        .SelectMany(cluster => cluster.Days())
        .GroupBy(day => day.Day)
        .Select(day => new DatedAct(day.Key, new([.. day.Select(d => d.Steps)])));

    // One session for what all clusters have nominated; there is nothing to sit on where none has.
    private IEnumerable<DatedAct> Council(CouncilRules rules)
    {
        var (session, on) = (string.Create(CultureInfo.InvariantCulture, $"/national/years/{data.Year}/council"), data.National.Awards.IssuedOn);
        yield return new(on, Act.Of(
        [
            academy.Step("hold-session", async () =>
            {
                if (await NominatedAsync(rules))
                {
                    await academy.Api.ReadWhenAsync(session, _ => true);
                    await academy.Api.TellAsync(academy.Operation("hold-session"), null, $"{session}/sessions", new { heldOn = on, tookPart = rules.Members?.Value, chairTookPart = true, written = false });
                }
            }),
        ]));
        yield return new(on, All(cluster => cluster.Appraisals(rules, session)));
    }

    private async Task<bool> NominatedAsync(CouncilRules rules)
    {
        foreach (var cluster in clusters)
        {
            if (await cluster.IsNominatedAsync(rules))
                return true;
        }

        return false;
    }

    private Act Guidance()
    {
        var (reference, issuedOn, theme) = data.National.Guidance;
        return Act.Of(
        [
            academy.Tell("issue-regulation", null, "/academy/regulations", new { regulation = data.Regulation.Whole }),
            academy.Tell("issue-guidance", null, "/academy/guidance", new { guidance = new { data.Year, reference, issuedOn, theme } }),
        ]);
    }

    private Act All(Func<ClusterScript, IEnumerable<Step>> part) => new([.. clusters.Select(cluster => (IReadOnlyList<Step>)[.. part(cluster)])]);
}
