using ClusterActors.Bench.Counters;
using ClusterActors.Bench.Hosting;
using ClusterActors.Journal;

namespace ClusterActors.Bench.Stores;

/// <summary>Counters at work over a journal. The first command of each has been answered: it activates the grain and is not timed.</summary>
internal sealed class LiveCounters : IAsyncDisposable
{
    private const string OpeningOperation = "opening-";

    private readonly GrainHost host;
    private readonly ICounterGrain[] counters;

    private LiveCounters(GrainHost host, int count) =>
        (this.host, counters) = (host, [.. Enumerable.Range(0, count).Select(n => host.Grains.GetGrain<ICounterGrain>(Counter.Key(n)))]);

    public static async Task<LiveCounters> StartAsync(IJournal journal, int count)
    {
        var live = new LiveCounters(await GrainHost.StartAsync(journal), count);
        await Timed.RunAsync(count, 1, (counter, _) => live.TellAsync(counter, OpeningOperation + counter));
        return live;
    }

    public static bool IsOpening(Append append) => append.OperationId.StartsWith(OpeningOperation, StringComparison.Ordinal);

    /// <param name="operation">No two commands of any counters have the same.</param>
    public Task TellAsync(int counter, string operation) => Commands.AcceptedAsync(counters[counter].Tell, operation);

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
