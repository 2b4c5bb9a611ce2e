using Npgsql;
using NpgsqlTypes;

namespace ClusterActors.Storage.Postgres;

/// <summary>Several statements that go to the server together and are prepared once per connection.</summary>
internal static class Statements
{
    public static NpgsqlBatch Add(this NpgsqlBatch batch, string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value);
        batch.BatchCommands.Add(command);
        return batch;
    }

    /// <summary>Given by position: $1, $2 …</summary>
    public static NpgsqlParameter Value<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    public static NpgsqlParameter Text(string? value) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)value ?? DBNull.Value };

    public static NpgsqlParameter Uuid(Guid? value) => new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)value ?? DBNull.Value };

    public static async Task<NpgsqlDataReader> ReadPreparedAsync(this NpgsqlBatch batch, CancellationToken cancel = default)
    {
        await batch.PrepareAsync(cancel);
        return await batch.ExecuteReaderAsync(cancel);
    }

    public static async Task<List<T>> RowsAsync<T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row, CancellationToken cancel = default)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel))
            rows.Add(row(reader));
        return rows;
    }

    public static byte[] Bytes(this NpgsqlDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
