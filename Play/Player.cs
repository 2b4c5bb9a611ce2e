using ClusterActors.Play.Data;

namespace ClusterActors.Play;

/// <summary>Plays one year, or several in one journal, against a running server and gives what it came to.</summary>
public sealed class Player
{
    private readonly Func<Api, IPlay> script;

    private Player(string digest, Func<Api, IPlay> script) => (Digest, this.script) = (digest, script);

    /// <summary>SHA-256 over all files that are played, in hexadecimal: other data is another play.</summary>
    public string Digest { get; }

    /// <param name="folder">The data files, as in <c>data/</c>.</param>
    /// <param name="cluster">The one cluster that is played; null for all of the year.</param>
    /// <exception cref="DataException">A data file cannot be played.</exception>
    public static Player Load(string folder, int year, string? cluster)
    {
        var files = new DataFolder(folder);
        var data = Dataset.Load(files, year, cluster);
        return new(files.Digest, api => new YearPlay(data, new(data, api)));
    }

    /// <summary>All clusters of several years.</summary>
    /// <exception cref="DataException">A data file cannot be played.</exception>
    public static Player LoadHistory(string folder, int first, int last)
    {
        var files = new DataFolder(folder);
        var history = History.Load(files, first, last);
        return new(files.Digest, api => new HistoryPlay(history, api));
    }

    /// <param name="servers">The gateways, asked in turn.</param>
    /// <param name="firstKey">The API key of the Academy's first official.</param>
    /// <param name="terminal">Whether <paramref name="progress"/> is a terminal.</param>
    /// <param name="json">One JSON object rather than a table.</param>
    /// <returns>What is to be printed.</returns>
    /// <exception cref="RefusedException">The server refused a step.</exception>
    public async Task<string> PlayAsync(IReadOnlyList<Uri> servers, string firstKey, TextWriter progress, bool terminal, bool json)
    {
        using var http = new HttpClient();
        var play = script(new(new(http, servers), firstKey));
        var acts = play.Acts();
        var bar = new Progress(progress, terminal, acts.Sum(act => act.Steps));
        foreach (var act in acts)
            await act.PlayAsync(bar);

        bar.End();
        return await play.OutcomeAsync(json);
    }
}
