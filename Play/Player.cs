using ClusterActors.Play.Data;

namespace ClusterActors.Play;

/// <summary>Plays a year against a running server and gives what it came to.</summary>
public sealed class Player
{
    private readonly Dataset data;

    private Player(Dataset data) => this.data = data;

    /// <summary>SHA-256 over all files that are played, in hexadecimal: other data is another play.</summary>
    public string Digest => data.Digest;

    /// <param name="folder">The data files, as in <c>data/</c>.</param>
    /// <param name="cluster">The one cluster that is played; null for all of the year.</param>
    /// <exception cref="DataException">A data file cannot be played.</exception>
    public static Player Load(string folder, int year, string? cluster) => new(Dataset.Load(folder, year, cluster));

    /// <param name="servers">The gateways, asked in turn.</param>
    /// <param name="firstKey">The API key of the Academy's first official.</param>
    /// <param name="terminal">Whether <paramref name="progress"/> is a terminal.</param>
    /// <param name="json">One JSON object rather than a table.</param>
    /// <returns>What is to be printed.</returns>
    /// <exception cref="RefusedException">The server refused a step.</exception>
    public async Task<string> PlayAsync(IReadOnlyList<Uri> servers, string firstKey, TextWriter progress, bool terminal, bool json)
    {
        using var http = new HttpClient();
        var year = new NationalScript(data, new(new(http, servers), firstKey));
        var acts = year.Acts();
        var bar = new Progress(progress, terminal, acts.Sum(act => act.Steps));
        foreach (var act in acts)
            await act.PlayAsync(bar);

        bar.End();
        var outcome = new Outcome(data.Year, await year.OutcomesAsync());
        return json ? outcome.ToJson() : outcome.Clusters is [var one] ? ClusterTable.Of(outcome.Year, one) : NationalTable.Of(outcome);
    }
}
