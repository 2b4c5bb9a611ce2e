namespace ClusterActors.Storage.Sqlite;

/// <summary>Snapshots in the data folder's own file for them, where Orleans' storage provider is not there to do it.</summary>
public sealed class SqliteSnapshots : ISnapshotStore, IDisposable
{
    private readonly SqliteReaders readers;
    private readonly SqliteSession session;
    private readonly Lock writing = new();

    /// <exception cref="Journal.JournalException"><c>storage_unavailable</c></exception>
    public SqliteSnapshots(string folder)
    {
        var file = SnapshotFile.Prepare(folder);
        session = SqliteSession.ForWriting(file);
        readers = new SqliteReaders(file);
    }

    public Task<byte[]?> FindAsync(string stream) => readers.ReadAsync(
        db => db.First(
            "SELECT payload FROM grain_states WHERE (service, kind, n0, n1, key) = ($service, $kind, 0, 0, $key)",
            row => row.Bytes(0),
            GrainState.Service,
            GrainState.Kind,
            stream),
        CancellationToken.None);

    public Task KeepAsync(string stream, byte[] snapshot)
    {
        lock (writing)
        {
            session.Execute(
                """
                INSERT INTO grain_states (service, kind, n0, n1, key, payload, etag) VALUES ($service, $kind, 0, 0, $key, $payload, 1)
                ON CONFLICT DO UPDATE SET payload = excluded.payload, etag = etag + 1
                """,
                GrainState.Service,
                GrainState.Kind,
                stream,
                snapshot);
        }

        return Task.CompletedTask;
    }

    public void Dispose()
    {
        readers.Dispose();
        session.Dispose();
    }
}
