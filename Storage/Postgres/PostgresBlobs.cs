using System.Security.Cryptography;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

internal sealed class PostgresBlobs(PostgresWriter writer, PostgresReads reads) : IBlobs
{
    public async Task<byte[]> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancel = default)
    {
        var bytes = content.ToArray();
        var hash = SHA256.HashData(bytes);
        await WriteAsync("INSERT INTO blobs (hash, content) VALUES ($1, $2) ON CONFLICT DO NOTHING", cancel, hash, bytes);
        return hash;
    }

    public Task<byte[]?> FindAsync(byte[] hash, CancellationToken cancel = default) =>
        reads.FirstAsync("SELECT content FROM blobs WHERE hash = $1", row => row.Bytes(0), cancel, Value(hash));

    public Task EraseAsync(byte[] hash, CancellationToken cancel = default) => WriteAsync("DELETE FROM blobs WHERE hash = $1", cancel, hash);

    private Task<int> WriteAsync(string sql, CancellationToken cancel, params byte[][] values) => writer.WriteAsync(
        async connection =>
        {
            await using var batch = writer.Settings.Begin(connection).Add(sql, [.. values.Select(Value)]).Add("COMMIT");
            return await batch.ExecuteNonQueryAsync();
        },
        cancel);
}
