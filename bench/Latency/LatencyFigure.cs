using System.Globalization;
using ClusterActors.Bench.Stores;

namespace ClusterActors.Bench.Latency;

/// <summary>
/// How long a durable command takes when commands come by themselves, half as often as the store can take them; beside it, how long
/// one commit takes that nothing else waits for.
/// </summary>
/// <param name="Commits">How many lone commits the floor has.</param>
internal sealed record LatencyFigure(IStoreKind Store, int Grains, int CommandsEach, int Arrivals, int Commits) : IFigure
{
    private const double Load = 0.5;
    private static readonly int[] Percents = [50, 99];

    public string Name => $"latency-{Store.Name}";

    public IReadOnlyList<string> Lines => [.. Percents.Select(percent => string.Create(CultureInfo.InvariantCulture, $"{Name}-p{percent}"))];

    public Unit Unit { get; } = Unit.Milliseconds with { Operations = Arrivals };

    public string Measures => string.Create(
        CultureInfo.InvariantCulture,
        $"{Arrivals} durable commands to {Grains} grains on {Store.Title}, which come at random at half the rate that {Grains} waiting callers have just reached; from the due time to the answer");

    public IReadOnlyList<Floor> Floors { get; } = [new("one commit", "the rows of one command in a commit of their own through the driver, one after the other")];

    public string? NotRun => Store.NotRun;

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Workplace place, CancellationToken cancel)
    {
        await using var database = await Store.CreateAsync(place);
        var journal = new RecordingJournal((await database.OpenAsync()).Journal);
        double rate;
        IReadOnlyList<TimeSpan> took;
        await using (var counters = await LiveCounters.StartAsync(journal, Grains))
        {
            var full = await Timed.RunAsync(Grains, CommandsEach, (caller, n) => counters.TellAsync(caller, $"command-{caller}-{n}"));
            rate = Load * Grains * CommandsEach / full.TotalSeconds;
            took = await OpenLoop.RunAsync(rate, Arrivals, n => counters.TellAsync(n % Grains, $"arrival-{n}"));
        }

        await database.CloseAsync();
        await using var floor = await Store.CreateAsync(place);
        var commits = journal.Appends.TakeLast(2 * Commits).Chunk(1).ToList();
        var alone = await floor.WriteRowsAsync([.. commits.SkipLast(Commits)], [.. commits.TakeLast(Commits)]);
        return [.. Percents.Select(percent =>
            new Measurement(Percentile.Of(took, percent), [Percentile.Of(alone, percent)], ArrivalsPerSecond: rate))];
    }
}
