using ClusterActors.Tests.Postgres;
using Npgsql;

namespace ClusterActors.Tests;

/// <summary>A drill's place goes with the drill, however it ends. Drills are held up by a lock on the store that they compare with.</summary>
public sealed class DrillTests(PostgresProcess postgres) : IClassFixture<PostgresProcess>, IAsyncLifetime, IDisposable
{
    private const string HeldUp = "Position and checkpoint are those of the backup's manifest.";

    private readonly TempFolder folder = new();
    private readonly string live = $"live_{Guid.NewGuid():N}";
    private NpgsqlConnection? holder;

    private string Server => Store("postgres");

    public async Task InitializeAsync()
    {
        if (ServerBinaries.Folder is null)
            return;
        await postgres.CreateDatabaseAsync(live);
        using (var play = SiloProcess.Play(folder.Sub("play"), "--store", Store(live)))
            Assert.True(await play.KillAtAsync("form-cluster"), play.Error);
        holder = new(postgres.ConnectionString(live) + ";Pooling=false");
        await holder.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        if (holder is not null)
            await holder.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [PostgresFact]
    public async Task a_drill_that_is_asked_to_end_removes_its_database()
    {
        var backups = await BackUpAsync("--store", Store(live));
        await HoldUpAsync();
        using var drill = await StartAsync(backups, Server);
        Assert.Single(await DatabasesAsync());

        Assert.Equal(8, await drill.TerminateAsync());

        Assert.StartsWith("cancelled: ", drill.Error, StringComparison.Ordinal);
        Assert.Empty(await DatabasesAsync());
    }

    [PostgresCiFact]
    public async Task a_drill_that_is_asked_to_end_removes_its_folder()
    {
        var backups = await BackUpAsync("--data", await PlayedFolderAsync());
        await HoldUpAsync();
        using var drill = await StartAsync(backups, folder.Sub("scratch"));
        Assert.Single(Folders());

        Assert.Equal(8, await drill.TerminateAsync());

        Assert.Empty(Folders());
    }

    [PostgresCiFact]
    public async Task the_next_drill_removes_the_database_of_a_killed_one_and_nobody_elses()
    {
        var backups = await BackUpAsync("--store", Store(live));
        var unmarked = $"drill_{Guid.NewGuid():N}";
        await postgres.CreateDatabaseAsync(unmarked);
        await HoldUpAsync();
        using var killed = await StartAsync(backups, Server);
        var left = Assert.Single(await DatabasesAsync(), name => name != unmarked);
        killed.Kill();
        await killed.ExitAsync();
        await UnlockedAsync();

        using var running = await StartAsync(backups, Server);
        await OwnProcess.SignalAsync("STOP", running.Id);
        var its = Assert.Single(await DatabasesAsync(), name => name != unmarked);
        Assert.NotEqual(left, its);
        await DoneAsync("drill", "--from", backups, "--scratch", Server);

        Assert.Equal(new[] { unmarked, its }.Order(StringComparer.Ordinal), await DatabasesAsync());
        await OwnProcess.SignalAsync("CONT", running.Id);
        await running.TerminateAsync();
        Assert.Equal([unmarked], await DatabasesAsync());
        await ExecuteAsync($"DROP DATABASE {unmarked}");
    }

    [PostgresCiFact]
    public async Task the_next_drill_removes_the_folder_of_a_killed_one_and_nobody_elses()
    {
        var backups = await BackUpAsync("--data", await PlayedFolderAsync());
        var scratch = folder.Sub("scratch");
        string[] others = [Path.Combine(scratch, $"drill_{Guid.NewGuid():N}"), Path.Combine(scratch, "drill_of_mine")];
        foreach (var other in others)
            Directory.CreateDirectory(other);
        await File.WriteAllTextAsync(Path.Combine(others[1], "lock"), "");
        await HoldUpAsync();
        using var killed = await StartAsync(backups, scratch);
        var left = Assert.Single(Folders(), path => !others.Contains(path));
        killed.Kill();
        await killed.ExitAsync();

        using var running = await StartAsync(backups, scratch);
        await OwnProcess.SignalAsync("STOP", running.Id);
        var its = Assert.Single(Folders(), path => !others.Contains(path));
        Assert.NotEqual(left, its);
        await DoneAsync("drill", "--from", backups, "--scratch", scratch);

        Assert.Equal(others.Append(its).Order(StringComparer.Ordinal), Folders());
        await OwnProcess.SignalAsync("CONT", running.Id);
        await running.TerminateAsync();
        Assert.Equal(others.Order(StringComparer.Ordinal), Folders());
    }

    private string Store(string database) => $"postgres://postgres@127.0.0.1:{postgres.Port}/{database}";

    private IEnumerable<string> Folders() => Directory.GetDirectories(folder.Sub("scratch")).Order(StringComparer.Ordinal);

    private async Task<string> PlayedFolderAsync()
    {
        using var play = SiloProcess.Play(folder.Sub("data"));
        Assert.True(await play.KillAtAsync("form-cluster"), play.Error);
        return folder.Sub("data");
    }

    private async Task<string> BackUpAsync(params string[] of)
    {
        await DoneAsync(["backup", "--to", folder.Sub("backups"), .. of]);
        return folder.Sub("backups");
    }

    private async Task HoldUpAsync()
    {
        await using var hold = new NpgsqlCommand("BEGIN; LOCK TABLE events IN ACCESS EXCLUSIVE MODE", holder);
        await hold.ExecuteNonQueryAsync();
    }

    /// <summary>A drill that has restored and comes no further, until it gives up reading.</summary>
    private async Task<SiloProcess> StartAsync(string backups, string scratch)
    {
        var drill = SiloProcess.Start("drill", "--from", backups, "--scratch", scratch, "--store", Store(live));
        await drill.OutputAfterAsync(HeldUp);
        return drill;
    }

    /// <summary>The server has seen that a client of it is gone.</summary>
    private async Task UnlockedAsync()
    {
        while (await ExecuteAsync("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1") is not 0L)
        {
        }
    }

    private async Task<string[]> DatabasesAsync() =>
        (string[])(await ExecuteAsync("SELECT coalesce(array_agg(datname::text ORDER BY datname), '{}') FROM pg_database WHERE starts_with(datname, 'drill_')"))!;

    private Task<object?> ExecuteAsync(string sql) => PostgresProcess.ExecuteAsync(postgres.ConnectionString("postgres"), sql);

    private static async Task DoneAsync(params string[] arguments)
    {
        using var process = SiloProcess.Start(arguments);
        var (exit, output) = await process.FinishAsync();
        Assert.True(exit == 0, $"{string.Join(' ', arguments)}: {output}{process.Error}");
    }
}
