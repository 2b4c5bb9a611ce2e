using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Storage.Sqlite;

/// <summary>
/// One connection and the statements it has prepared, used by one thread at a time. Values are given in the order in which
/// the statement's text first names its parameters.
/// </summary>
internal sealed partial class SqliteSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    private SqliteSession(string file, SqliteOpenMode mode)
    {
        // Not pooled: when the store is closed the files must be free.
        var settings = new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 5 };
        connection = new SqliteConnection(settings.ToString());
        connection.Open();
    }

    public SqliteConnection Connection => connection;

    /// <summary>Erased persons and blobs are overwritten and not only unlinked: <c>secure_delete</c>.</summary>
    public static SqliteSession ForWriting(string file) => With(file, SqliteOpenMode.ReadWriteCreate, """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = OFF;
        PRAGMA busy_timeout = 5000;
        PRAGMA secure_delete = ON;
        PRAGMA cache_size = -32768;
        PRAGMA journal_size_limit = 67108864;
        """);

    /// <summary>Queries can call <c>search_text</c>.</summary>
    public static SqliteSession ForReading(string file)
    {
        var session = With(file, SqliteOpenMode.ReadWrite, """
            PRAGMA query_only = ON;
            PRAGMA busy_timeout = 5000;
            """);
        session.connection.CreateFunction<string, string>("search_text", SearchText.Of, isDeterministic: true);
        return session;
    }

    /// <returns>The number of rows changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values).ExecuteNonQuery();

    public T? First<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
        where T : class
    {
        using var reader = Bound(sql, values).ExecuteReader();
        return reader.Read() ? row(reader) : null;
    }

    public long Number(string sql, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(sql, values).ExecuteReader();
        return reader.Read() ? reader.GetInt64(0) : throw new InvalidOperationException($"No number from: {sql}");
    }

    public List<T> All<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>Several statements, once; not prepared.</summary>
    public void Script(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    private static SqliteSession With(string file, SqliteOpenMode mode, string pragmas)
    {
        var session = new SqliteSession(file, mode);
        try
        {
            session.Script(pragmas);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private SqliteCommand Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
            prepared.Add(sql, command = Prepare(sql));
        if (command.Parameters.Count != values.Length)
            throw new InvalidOperationException($"{values.Length} values for {command.Parameters.Count} parameters in: {sql}");
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in ParameterName().Matches(sql).Select(match => match.Value).Distinct())
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    [GeneratedRegex(@"\$[a-z_]+")]
    private static partial Regex ParameterName();
}
