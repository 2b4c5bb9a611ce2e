using Npgsql;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

/// <summary>Snapshots beside the journal's tables, where Orleans' storage provider is not there to do it.</summary>
/// <param name="source">Of a database whose tables a <see cref="PostgresStore"/> has made.</param>
public sealed class PostgresSnapshots(NpgsqlDataSource source) : ISnapshotStore
{
    private const string FindSql = "SELECT payload FROM grain_states WHERE (service, kind, n0, n1, key) = ($1, $2, 0, 0, $3)";

    private const string KeepSql = """
        INSERT INTO grain_states (service, kind, n0, n1, key, payload, etag) VALUES ($1, $2, 0, 0, $3, $4, 1)
        ON CONFLICT (service, kind, n0, n1, key) DO UPDATE SET payload = excluded.payload, etag = grain_states.etag + 1
        """;

    public async Task<byte[]?> FindAsync(string stream)
    {
        await using var find = Command(FindSql, stream);
        return await find.ExecuteScalarAsync() as byte[];
    }

    public async Task KeepAsync(string stream, byte[] snapshot)
    {
        await using var keep = Command(KeepSql, stream);
        keep.Parameters.Add(Value(snapshot));
        await keep.ExecuteNonQueryAsync();
    }

    private NpgsqlCommand Command(string sql, string stream)
    {
        var command = source.CreateCommand(sql);
        command.Parameters.AddRange(new[] { Value(GrainState.Service), Value(GrainState.Kind), Value(stream) });
        return command;
    }
}
