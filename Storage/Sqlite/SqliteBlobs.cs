using System.Security.Cryptography;

namespace ClusterActors.Storage.Sqlite;

internal sealed class SqliteBlobs(SqliteWriter writer, SqliteReaders readers) : IBlobs
{
    public async Task<byte[]> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancel = default)
    {
        var bytes = content.ToArray();
        var hash = SHA256.HashData(bytes);
        await writer.WriteAsync(
            db => db.Execute("INSERT INTO blobs (hash, content) VALUES ($hash, $content) ON CONFLICT DO NOTHING", hash, bytes), cancel);
        return hash;
    }

    public Task<byte[]?> FindAsync(byte[] hash, CancellationToken cancel = default) =>
        readers.ReadAsync(db => db.First("SELECT content FROM blobs WHERE hash = $hash", row => row.Bytes(0), hash), cancel);

    public Task EraseAsync(byte[] hash, CancellationToken cancel = default) =>
        writer.WriteAsync(db => db.Execute("DELETE FROM blobs WHERE hash = $hash", hash), cancel, committed: Erasure.Finish);
}
