using ClusterActors.Tests.Postgres;

namespace ClusterActors.Bench.Stores.Postgres;

internal sealed class PostgresKind : IStoreKind
{
    public string Name => "postgres";

    public string Title => "PostgreSQL";

    public string? NotRun => ServerBinaries.SkipReason;

    public IReadOnlyList<IRowsFloor> Floors { get; } =
    [
        new DriverFloor("the same rows, in the commits the store made, each one NpgsqlBatch over one connection"),
        new PgbenchFloor(),
    ];

    public async Task<IFreshDatabase> CreateAsync(Workplace place) => new PostgresDatabase(await (await place.PostgresAsync()).CreateDatabaseAsync());
}
