namespace ClusterActors.Tests.Postgres;

/// <summary>A PostgreSQL server for the life of a test class, in a temporary folder; none where there is no server binary.</summary>
public class PostgresProcess : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("cluster-actors-pg-").FullName;
    private readonly Lazy<PrivateServer> server;

    public PostgresProcess() =>
        server = new(() => new(folder, $"max_connections={Connections}", "shared_buffers=64MB", "autovacuum=off") { LogDisk = LogDisk, Address = Address, Starter = Starter });

    /// <summary>A disk for its write-ahead log, which must be nobody's; null for that of the data.</summary>
    public string? LogDisk { get; init; }

    /// <summary>How many sessions it can have.</summary>
    public int Connections { get; init; } = 60;

    /// <inheritdoc cref="PrivateServer.Address"/>
    public string Address { get; init; } = "127.0.0.1";

    /// <inheritdoc cref="PrivateServer.Starter"/>
    public IReadOnlyList<string> Starter { get; init; } = [];

    public int Port => server.Value.Port;

    public Task InitializeAsync() => ServerBinaries.Folder is null ? Task.CompletedTask : server.Value.CreateAsync();

    /// <inheritdoc cref="PrivateServer.StartAsync"/>
    public Task StartAsync() => server.Value.StartAsync();

    /// <inheritdoc cref="PrivateServer.KillAsync"/>
    public Task KillAsync() => server.Value.KillAsync();

    public string ConnectionString(string database, string user = "postgres") => server.Value.ConnectionString(database, user);

    public Task CreateDatabaseAsync(string database) => ExecuteAsync(ConnectionString("postgres"), $"CREATE DATABASE {database}");

    /// <inheritdoc cref="PrivateServer.ExecuteAsync"/>
    public static Task<object?> ExecuteAsync(string connectionString, string sql) => PrivateServer.ExecuteAsync(connectionString, sql);

    public async Task DisposeAsync()
    {
        await server.Value.StopAsync();
        Directory.Delete(folder, recursive: true);
    }
}
