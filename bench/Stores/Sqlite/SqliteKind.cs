namespace ClusterActors.Bench.Stores.Sqlite;

internal sealed class SqliteKind : IStoreKind
{
    public string Name => "sqlite";

    public string Title => "SQLite";

    public string? NotRun => null;

    public IReadOnlyList<IRowsFloor> Floors { get; } =
        [new DriverFloor("the same rows, in the commits the store made, inserted through Microsoft.Data.Sqlite by one thread")];

    public Task<IFreshDatabase> CreateAsync(Workplace place) => Task.FromResult<IFreshDatabase>(new SqliteDatabase(place.Folder.Make()));
}
