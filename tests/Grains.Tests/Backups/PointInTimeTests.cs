using System.Globalization;
using ClusterActors.Journal;
using ClusterActors.Tests.Journal;
using ClusterActors.Tests.Postgres;

namespace ClusterActors.Tests.Backups;

/// <summary>
/// The procedure of docs/operations.md with PostgreSQL's own tools: a base backup and an archive of the write-ahead log, from which
/// another server is brought to a moment.
/// </summary>
public sealed class PointInTimeTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cluster-actors-pitr-");
    private PrivateServer? live;
    private PrivateServer? elsewhere;

    private string Archive => Path.Combine(folder.FullName, "archive");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var server in new[] { live, elsewhere })
        {
            if (server is not null)
                await server.StopAsync();
        }

        folder.Delete(recursive: true);
    }

    [PostgresCiTheory]
    [InlineData("recovery_target_time", "SELECT clock_timestamp()::text")]
    [InlineData("recovery_target_xid", "SELECT xmin::text FROM events ORDER BY position DESC LIMIT 1")]
    public async Task a_server_brought_to_a_moment_or_position_has_all_that_was_acknowledged_before_it_and_nothing_after(string target, string asked)
    {
        live = await StartLiveAsync();
        var database = new TestDatabase("store", live.ConnectionString("store"));
        await PrivateServer.ExecuteAsync(live.ConnectionString("postgres"), "CREATE DATABASE store");
        IReadOnlyDictionary<(string Stream, string Operation), byte[]> before;
        string until;
        Checkpoint checkpoint;
        var after = new HashSet<(string Stream, string Operation)>();
        await using (var store = await database.OpenAsync())
        {
            var first = new Load(store, streams: 4);
            first.Begin();
            await first.ProgressAsync(50);
            await BaseBackupAsync();
            await first.ProgressAsync(100);
            await first.EndAsync();
            checkpoint = await store.Checkpoints.MakeAsync();
            before = first.Acknowledged;
            until = (string)(await database.TamperAsync(asked))!;
            foreach (var stream in Enumerable.Range(0, 4).Select(n => $"school:s{n}"))
            {
                await store.Journal.AppendAsync(Sample.Append(await store.Journal.ReadAsync(stream), "after-the-moment"));
                after.Add((stream, "after-the-moment"));
            }

            await store.Checkpoints.MakeAsync();
            await ArchiveAllAsync(database);
        }

        await live.StopAsync();
        elsewhere = await RestoreAsync($"{target}={until}");

        var restored = new TestDatabase("store", elsewhere.ConnectionString("store"));
        await using var there = await restored.OpenAsync();
        var verification = new Verification(there.Reader, kept: [new(checkpoint.Number, checkpoint.Root)]);
        await verification.RunAsync(() => Task.CompletedTask);
        Assert.Empty(verification.Findings);
        Assert.Equal(checkpoint.Position, verification.Position);
        var written = new HashSet<(string, string)>();
        await foreach (var e in there.Reader.ReadAllAsync(0))
            written.Add((e.Stream, e.OperationId));
        Assert.Equal(before.Keys.Order(), written.Order());
        foreach (var ((stream, operation), answer) in before)
            Assert.Equal(answer, await there.Views.FindAnswerAsync(stream, operation));
        foreach (var (stream, operation) in after)
            Assert.Null(await there.Views.FindAnswerAsync(stream, operation));
        var next = Sample.Append(await there.Journal.ReadAsync("school:s0"), "on-the-new-timeline");
        Assert.IsType<AppendResult.Appended>(await there.Journal.AppendAsync(next));
    }

    private async Task<PrivateServer> StartLiveAsync()
    {
        var place = Directory.CreateDirectory(Path.Combine(folder.FullName, "live"));
        await MakeForServerAsync(folder.FullName, Archive);
        var server = new PrivateServer(
            place.FullName, "max_connections=30", "shared_buffers=32MB", "archive_mode=on",
            $"archive_command=test ! -f {Archive}/%f && cp %p {Archive}/%f");
        await server.CreateAsync();
        return server;
    }

    private static async Task MakeForServerAsync(params string[] folders)
    {
        foreach (var path in folders)
        {
            Directory.CreateDirectory(path);
            if (PrivateServer.RunsAsNobody)
                await OwnProcess.RunAsync("chown", "nobody:nogroup", path);
        }
    }

    private async Task BaseBackupAsync()
    {
        var place = Path.Combine(folder.FullName, "elsewhere");
        await MakeForServerAsync(place);
        await PrivateServer.RunAsServerAsync(
            ServerBinaries.Of("pg_basebackup"), "-h", "127.0.0.1", "-p", live!.Port.ToString(CultureInfo.InvariantCulture), "-U", "postgres",
            "-D", Path.Combine(place, "data"), "--checkpoint=fast", "--no-sync");
    }

    /// <summary>Until the segment that holds the last commit is in the archive.</summary>
    private async Task ArchiveAllAsync(TestDatabase database)
    {
        var segment = (string)(await database.TamperAsync("SELECT pg_walfile_name(pg_switch_wal())"))!;
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await database.TamperAsync($"SELECT last_archived_wal >= '{segment}' FROM pg_stat_archiver") is not true)
            late.Token.ThrowIfCancellationRequested();
    }

    private async Task<PrivateServer> RestoreAsync(string target)
    {
        var place = Path.Combine(folder.FullName, "elsewhere");
        await PrivateServer.RunAsServerAsync("touch", Path.Combine(place, "data", "recovery.signal"));
        var server = new PrivateServer(
            place, "max_connections=30", "shared_buffers=32MB", $"restore_command=cp {Archive}/%f %p",
            target, "recovery_target_action=promote");
        await server.StartAsync();
        return server;
    }
}
