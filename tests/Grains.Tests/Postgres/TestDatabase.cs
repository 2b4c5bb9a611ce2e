using ClusterActors.Storage;
using ClusterActors.Storage.Postgres;

namespace ClusterActors.Tests.Postgres;

/// <summary>One test's database.</summary>
public sealed record TestDatabase(string Name, string ConnectionString)
{
    /// <summary>Short enough that a test can wait for what is waited for in vain.</summary>
    public static PostgresPatience Impatient { get; } = new()
    {
        IdleInTransaction = TimeSpan.FromMilliseconds(500),
        Lock = TimeSpan.FromSeconds(1),
        Statement = TimeSpan.FromSeconds(2),
        Reply = TimeSpan.FromSeconds(4),
        StoreLock = TimeSpan.FromMilliseconds(200),
    };

    public Task<PostgresStore> OpenAsync(
        bool exclusive = false, FolderKind? kind = FolderKind.Live, TimeProvider? clock = null, PostgresPatience? patience = null, string more = "") =>
        PostgresStore.OpenAsync(new PostgresStoreOptions
        {
            ConnectionString = $"{ConnectionString};{more}",
            FolderKind = kind,
            Exclusive = exclusive,
            Clock = clock ?? TimeProvider.System,
            Patience = patience ?? new(),
        });

    public Task<object?> TamperAsync(string sql) => PostgresProcess.ExecuteAsync(ConnectionString, sql);

    /// <summary>As an operator ends the sessions of processes that are gone or stand still. When it returns, they have ended.</summary>
    public Task EndSessionsAsync() => TamperAsync(
        "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
}
