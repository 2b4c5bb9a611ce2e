using ClusterActors.Bench.Counters;
using ClusterActors.Journal;
using ClusterActors.LocalRuntime;
using ClusterActors.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterActors.Bench.Durable;

/// <summary>A run of the system over a new store, and what it wrote.</summary>
/// <param name="Opening">The commits of each grain's first command, which activates it and is not timed.</param>
/// <param name="Commits">The commits of the timed commands, in order, each with its appends in order.</param>
internal sealed record StoreRun(TimeSpan Took, IReadOnlyList<Append[]> Opening, IReadOnlyList<Append[]> Commits)
{
    private static readonly Actor Caller = Actor.Authenticated("bench", "school:bench", []);

    public static async Task<StoreRun> RunAsync(string folder, int grains, int commandsEach)
    {
        // Let go after the store: to close a file drops the locks that this process has on it.
        using var marks = new CommitMarks();
        var (opening, took) = (0, TimeSpan.Zero);
        RecordingJournal journal;
        await using (var store = SqliteStore.Open(new() { Folder = folder, Clock = marks }))
        {
            marks.Watch(Path.Combine(folder, SqliteStore.FileName));
            journal = new RecordingJournal(store.Journal);
            await using var services = Services(journal);
            var factory = services.GetRequiredService<IGrainFactory>();
            var counters = Enumerable.Range(0, grains).Select(n => factory.GetGrain<ICounterGrain>(Counter.Key(n))).ToArray();

            await Timed.RunAsync(grains, 1, (caller, _) => TellAsync(counters[caller], $"opening-{caller}"));
            opening = marks.Sizes.Count;
            took = await Timed.RunAsync(grains, commandsEach, (caller, n) => TellAsync(counters[caller], $"command-{caller}-{n}"));
        }

        var commits = journal.Grouped(folder, marks.Sizes);
        return new(took, commits[..opening], commits[opening..]);
    }

    private static async Task TellAsync(ICounterGrain counter, string operation)
    {
        var answer = await counter.Tell(new(operation, Caller, new CounterCommand.Add(1)));
        if (answer is not Answer.Accepted)
            throw new InvalidOperationException($"{operation} was not accepted: {answer}");
    }

    private static ServiceProvider Services(IJournal journal) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<DomainClock>(new WallClock(TimeProvider.System))
        .AddSingleton(journal)
        .AddSingleton<ISnapshots>(new NoSnapshots())
        .AddLocalRuntime(runtime => runtime.Add<ICounterGrain, CounterGrain>())
        .BuildServiceProvider();
}
