using ClusterActors.Journal;
using ClusterActors.Storage;
using Npgsql;

namespace ClusterActors.Silo.Commands;

/// <summary>
/// A database that says of itself what it is, and a session of its owner's with the lock of its name: taken before it is made, and seen
/// from every database of the server.
/// </summary>
internal sealed class ScratchDatabase : ScratchPlace
{
    private const string Mark = "Made by a drill of ClusterActors, which removes it.";

    // The lock is named by the first 64 bits of the number behind the name's beginning.
    private const string LockSql = "SELECT pg_advisory_lock(('x' || substr($1, 7, 16))::bit(64)::bigint)";

    private const string LeftSql = """
        SELECT d.datname::text FROM pg_database AS d
        WHERE shobj_description(d.oid, 'pg_database') = $1 AND pg_has_role(d.datdba, 'USAGE') AND NOT EXISTS (
          SELECT FROM pg_locks AS l WHERE l.locktype = 'advisory' AND l.objsubid = 1
            AND (l.classid::bigint << 32) + l.objid::bigint = ('x' || substr(d.datname, 7, 16))::bit(64)::bigint)
        """;

    private readonly NpgsqlConnection owner;
    private readonly string name;

    private ScratchDatabase(StoreAddress address, NpgsqlConnection owner, string name)
        : base(address) => (this.owner, this.name) = (owner, name);

    public static async Task<ScratchDatabase> MakeAsync(string within, string name)
    {
        var owner = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(StoreAddress.Of(".", within).Connection) { Pooling = false }.ConnectionString);
        try
        {
            await GuardedAsync(async () =>
            {
                await owner.OpenAsync();
                foreach (var left in (await LeftAsync(owner)).Where(IsName))
                    await ExecuteAsync(owner, $"DROP DATABASE IF EXISTS {left} WITH (FORCE)");
                await ExecuteAsync(owner, LockSql, name);
                await ExecuteAsync(owner, $"CREATE DATABASE {name} TEMPLATE template0");
                await ExecuteAsync(owner, $"COMMENT ON DATABASE {name} IS '{Mark}'");
            });
            return new(StoreAddress.Of(".", new UriBuilder(within) { Path = name }.Uri.OriginalString), owner, name);
        }
        catch
        {
            await owner.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await using (owner)
            await GuardedAsync(() => ExecuteAsync(owner, $"DROP DATABASE {name} WITH (FORCE)"));
    }

    private static async Task<List<string>> LeftAsync(NpgsqlConnection owner)
    {
        await using var command = new NpgsqlCommand(LeftSql, owner) { Parameters = { new() { Value = Mark } } };
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
            names.Add(reader.GetString(0));
        return names;
    }

    private static async Task ExecuteAsync(NpgsqlConnection owner, string sql, params string[] values)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task GuardedAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (NpgsqlException e)
        {
            throw new JournalException(StoreFault.StorageUnavailable, $"No database could be made or removed for the drill: {e.Message}", e);
        }
    }
}
