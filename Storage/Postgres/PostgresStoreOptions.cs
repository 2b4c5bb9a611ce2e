using Npgsql;

namespace ClusterActors.Storage.Postgres;

/// <summary>
/// Either <see cref="ConnectionString"/> or <see cref="DataSource"/>. Connections must reach the server itself or a pooler that
/// keeps sessions: the store's lock belongs to a session.
/// </summary>
public sealed record PostgresStoreOptions
{
    /// <summary>For the work, and for the migrations too if <see cref="MigrationConnectionString"/> is not given.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The process's own data source instead of a connection string; the store does not dispose it.</summary>
    public NpgsqlDataSource? DataSource { get; init; }

    /// <summary>The owner's. With it the role of <see cref="ConnectionString"/> needs no more than membership in <c>clusteractors_app</c>.</summary>
    public string? MigrationConnectionString { get; init; }

    /// <summary>A new database becomes of this kind for good; an old one must be of it. Null opens an old one of either kind.</summary>
    public FolderKind? FolderKind { get; init; } = Storage.FolderKind.Live;

    /// <summary>True for the only process on the store, LocalRuntime's; false for silos, which share it and keep exclusive ones out.</summary>
    public bool Exclusive { get; init; }

    /// <summary>The wall clock of leases and retries. Never the clock that a played folder moves.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public PostgresPatience Patience { get; init; } = new();
}
