using ClusterActors.Journal;

namespace ClusterActors.Bench.Stores;

/// <summary>A run of the system over a new store, and what it wrote. One caller for each grain.</summary>
/// <param name="Opening">The commits of each grain's first command, which are not timed.</param>
/// <param name="Commits">The commits of the timed commands, in order, each with its appends in order.</param>
internal sealed record StoreRun(
    int Grains, int CommandsEach, TimeSpan Took, IReadOnlyList<Append[]> Opening, IReadOnlyList<Append[]> Commits)
{
    public static async Task<StoreRun> RunAsync(IFreshDatabase database, int grains, int commandsEach)
    {
        TimeSpan took;
        var journal = new RecordingJournal((await database.OpenAsync()).Journal);
        await using (var counters = await LiveCounters.StartAsync(journal, grains))
            took = await Timed.RunAsync(grains, commandsEach, (caller, n) => counters.TellAsync(caller, $"command-{caller}-{n}"));
        await database.CloseAsync();

        var commits = journal.Grouped(database.Commits());
        var opening = commits.TakeWhile(commit => LiveCounters.IsOpening(commit[0])).Count();
        return new(grains, commandsEach, took, [.. commits.Take(opening)], [.. commits.Skip(opening)]);
    }
}
