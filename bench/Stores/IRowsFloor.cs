namespace ClusterActors.Bench.Stores;

/// <summary>One way to write the rows of a run with nothing around it.</summary>
internal interface IRowsFloor
{
    Floor About { get; }

    /// <param name="written">The run's database, its store closed.</param>
    /// <returns>How long the run's timed commands take here.</returns>
    Task<TimeSpan> WriteAsync(IStoreKind kind, IFreshDatabase written, StoreRun run, Workplace place);
}
