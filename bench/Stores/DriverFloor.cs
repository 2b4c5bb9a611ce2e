namespace ClusterActors.Bench.Stores;

/// <summary>The rows of a run once more, in the commits that the store made of them, and held to being the same.</summary>
internal sealed class DriverFloor(string does) : IRowsFloor
{
    public Floor About { get; } = new("driver", does);

    public async Task<TimeSpan> WriteAsync(IStoreKind kind, IFreshDatabase written, StoreRun run, Workplace place)
    {
        await using var floor = await kind.CreateAsync(place);
        var took = await floor.WriteRowsAsync(run.Opening, run.Commits);
        await using (var ours = written.Connect())
        await using (var theirs = floor.Connect())
            SameRows.Require(ours, theirs);
        return took.Aggregate(TimeSpan.Zero, (sum, commit) => sum + commit);
    }
}
