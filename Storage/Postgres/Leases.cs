using Npgsql;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

/// <summary>Leases that nobody will answer for any more.</summary>
internal static class Leases
{
    /// <summary>Who has the store alone is the only dispatcher, so no lease or delay of an earlier process is worth waiting for.</summary>
    public static Task ReleaseAllAsync(PostgresWriter writer) =>
        ReleaseAsync(writer, "UPDATE outbox SET lease_until = 0, lessee = NULL WHERE lease_until > 0 AND done_at IS NULL");

    /// <summary>A store that closes gives back its own, so that other silos need not wait for them to run out.</summary>
    public static Task ReleaseAsync(PostgresWriter writer, Guid lessee) =>
        ReleaseAsync(writer, "UPDATE outbox SET lease_until = 0, lessee = NULL WHERE lessee = $1", Uuid(lessee));

    private static Task ReleaseAsync(PostgresWriter writer, string sql, params NpgsqlParameter[] values) => writer.WriteAsync(
        async connection =>
        {
            await using var batch = writer.Settings.Begin(connection).Add(sql, [.. values.Select(value => value.Clone())]).Add("COMMIT");
            return await batch.ExecuteNonQueryAsync();
        },
        CancellationToken.None);
}
