using ClusterActors.Tests.Postgres;

namespace ClusterActors.Tests;

/// <summary>
/// A server is backed up while a play goes on in it. The play that goes on in the restored copy repeats each of its steps by its
/// operation id: those that were acknowledged before the backup are answered as they were, so it ends like an undisturbed one.
/// </summary>
public sealed class BackupTests(UndisturbedPlay undisturbed, PostgresProcess postgres) : IClassFixture<UndisturbedPlay>, IClassFixture<PostgresProcess>
{
    private const string During = "self-scores.tay-ninh";

    private string Store(string database) => $"postgres://postgres@127.0.0.1:{postgres.Port}/{database}";

    [Fact]
    public async Task a_play_goes_on_in_a_restored_folder_and_ends_like_an_undisturbed_one()
    {
        using var folder = new TempFolder();
        var live = folder.Sub("live");
        using (var play = SiloProcess.Play(live))
        {
            Assert.True(await play.ComesToAsync(During), play.Error);
            var going = play.FinishAsync();
            await DoneAsync("backup", "--to", folder.Sub("backups"), "--data", live);
            Assert.Equal((0, undisturbed.Output), await going);
        }

        Assert.Contains("The live journal goes on from it.", await DoneAsync("drill", "--from", folder.Sub("backups"), "--scratch", folder.Path, "--data", live), StringComparison.Ordinal);
        Assert.Equal(["backups", "live"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
        await DoneAsync("restore", "--from", folder.Sub("backups"), "--data", folder.Sub("restored"));
        await IsForgottenAsync(["--data", live], ["--data", folder.Sub("restored")]);
        await GoesOnAsync(live, folder.Sub("restored"));
    }

    [PostgresCiFact]
    public async Task a_play_goes_on_in_a_restored_database_and_ends_like_an_undisturbed_one()
    {
        using var folder = new TempFolder();
        var live = folder.Sub("live");
        await postgres.CreateDatabaseAsync("live_store");
        await postgres.CreateDatabaseAsync("restored_store");
        using (var play = SiloProcess.Play(live, "--store", Store("live_store")))
        {
            Assert.True(await play.ComesToAsync(During), play.Error);
            var going = play.FinishAsync();
            await DoneAsync("backup", "--to", folder.Sub("backups"), "--store", Store("live_store"));
            Assert.Equal((0, undisturbed.Output), await going);
        }

        await DoneAsync("drill", "--from", folder.Sub("backups"), "--scratch", Store("postgres"), "--store", Store("live_store"));
        Assert.Equal(0L, await PostgresProcess.ExecuteAsync(postgres.ConnectionString("postgres"), "SELECT count(*) FROM pg_database WHERE datname LIKE 'drill%'"));
        await DoneAsync("restore", "--from", folder.Sub("backups"), "--store", Store("restored_store"));
        await IsForgottenAsync(["--store", Store("live_store")], ["--store", Store("restored_store")]);
        await GoesOnAsync(live, folder.Sub("restored"), "--store", Store("restored_store"));
    }

    [Fact]
    public async Task what_cannot_be_restored_is_told_by_its_exit_code()
    {
        using var folder = new TempFolder();
        using (var play = SiloProcess.Play(folder.Sub("live")))
            Assert.True(await play.KillAtAsync("form-cluster"), play.Error);
        await DoneAsync("backup", "--to", folder.Sub("backups"), "--data", folder.Sub("live"));
        var backup = Assert.Single(Directory.GetDirectories(folder.Sub("backups")));

        await FailsAsync(2, "", "restore", "--from", backup);
        await FailsAsync(3, "data_folder_empty: ", "backup", "--to", folder.Sub("backups"), "--data", folder.Sub("nothing"));
        await FailsAsync(3, "restore_target_not_empty: ", "restore", "--from", backup, "--data", folder.Sub("live"));
        await FailsAsync(7, "backup_incomplete: ", "restore", "--from", folder.Sub("live"), "--data", folder.Sub("restored"));
        await FailsAsync(7, "backup_of_other_store: ", "restore", "--from", backup, "--store", "postgres://nobody@127.0.0.1:1/none");

        File.SetUnixFileMode(Path.Combine(backup, "journal.db"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using (var file = File.OpenWrite(Path.Combine(backup, "journal.db")))
        {
            file.Seek(-1, SeekOrigin.End);
            file.WriteByte(7);
        }

        await FailsAsync(7, "backup_damaged: ", "restore", "--from", backup, "--data", folder.Sub("restored"));
        await FailsAsync(7, "backup_damaged: ", "drill", "--from", backup);
        Assert.False(Directory.Exists(folder.Sub("restored")));
    }

    /// <summary>Whoever kept the last checkpoint of the live store sees that the restored one is of before.</summary>
    private static async Task IsForgottenAsync(string[] live, string[] restored)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.Sub("kept"), await DoneAsync(["verify", .. live]));
        await DoneAsync(["verify", .. live, "--against", folder.Sub("kept")]);
        using var verify = SiloProcess.Start(["verify", .. restored, "--against", folder.Sub("kept")]);
        var (exit, report) = await verify.FinishAsync();
        Assert.True(exit == 5, report + verify.Error);
        Assert.Contains("checkpoint_forgotten", report, StringComparison.Ordinal);
    }

    /// <summary>The key of the first official is no part of a backup: its holder has it.</summary>
    private async Task GoesOnAsync(string live, string restored, params string[] more)
    {
        Directory.CreateDirectory(restored);
        foreach (var name in new[] { "first-key.txt", "play.sha256" })
            File.Copy(Path.Combine(live, name), Path.Combine(restored, name));
        using (var play = SiloProcess.Play(restored, more))
            Assert.Equal((0, undisturbed.Output), await play.FinishAsync());
        await DoneAsync(["verify", "--data", restored, .. more]);
    }

    private static async Task<string> DoneAsync(params string[] arguments)
    {
        using var process = SiloProcess.Start(arguments);
        var (exit, output) = await process.FinishAsync();
        Assert.True(exit == 0, $"{string.Join(' ', arguments)}: {output}{process.Error}");
        return output;
    }

    private static async Task FailsAsync(int code, string said, params string[] arguments)
    {
        using var process = SiloProcess.Start(arguments);
        var (exit, output) = await process.FinishAsync();
        Assert.True(exit == code, $"{string.Join(' ', arguments)}: {exit} {output}{process.Error}");
        Assert.StartsWith(said, process.Error, StringComparison.Ordinal);
    }
}
