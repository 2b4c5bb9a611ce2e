using System.Text.Json.Nodes;
using ClusterActors.Journal;
using ClusterActors.Silo;
using ClusterActors.Silo.Commands;
using ClusterActors.Storage;
using ClusterActors.Storage.Backups;
using ClusterActors.Tests.Journal;
using ClusterActors.Tests.Postgres;

namespace ClusterActors.Tests.Backups;

/// <summary>What a backup promises, of whichever store.</summary>
internal static class BackupContract
{
    /// <summary>Writers go on while it is taken and for some time after that.</summary>
    public static async Task HoldsWhatWasAcknowledgedBeforeAsync(
        IStore live, Func<BackupFolder, Task<BackupManifest>> take, StoreAddress target, string parent)
    {
        var load = new Load(live, streams: 8);
        load.Begin();
        await load.ProgressAsync(200);
        await live.Checkpoints.MakeAsync();
        await load.ProgressAsync(50);
        var before = load.Acknowledged;
        var backup = await TakeAsync(parent, take);
        await load.ProgressAsync(200);
        await load.EndAsync();
        var kept = await live.Checkpoints.MakeAsync();

        var manifest = await Restoring.PutAsync(backup, target, CancellationToken.None);
        await using (var reading = await target.OpenForReadingAsync())
        {
            Assert.Equal(0, await Restoring.CheckAsync(reading, manifest, CancellationToken.None));
            await IsForgottenAsync(reading, kept);
        }

        await GoesOnAsync(target, before);
    }

    public static async Task<BackupFolder> TakeAsync(string parent, Func<BackupFolder, Task<BackupManifest>> take)
    {
        var backup = BackupFolder.Begin(parent, Sample.Noon);
        backup.Finish(await take(backup));
        return backup;
    }

    /// <summary>Each byte that is changed, each file that is gone, and each manifest that is not its own is refused before anything is written.</summary>
    public static async Task RefusesWhatIsNotWholeAsync(BackupFolder backup, StoreAddress target, Func<Task<bool>> isUntouched)
    {
        foreach (var file in Directory.GetFiles(backup.Path))
        {
            var whole = await File.ReadAllBytesAsync(file);
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            foreach (var at in new[] { 0, whole.Length / 2, whole.Length - 1 })
            {
                var damaged = whole.ToArray();
                damaged[at] ^= 1;
                await File.WriteAllBytesAsync(file, damaged);
                await RefusedAsync(BackupException.Damaged);
            }

            await File.WriteAllBytesAsync(file, whole[..^1]);
            await RefusedAsync(BackupException.Damaged);
            File.Delete(file);
            await RefusedAsync(BackupException.Incomplete);
            await File.WriteAllBytesAsync(file, whole);
        }

        var manifest = backup.At(BackupFolder.ManifestName);
        var written = JsonNode.Parse(await File.ReadAllTextAsync(manifest))!;
        await ChangedAsync("position", 1_000_000, BackupException.Damaged);
        await ChangedAsync("format", 99, BackupException.TooNew);
        await File.WriteAllTextAsync(manifest, written.ToJsonString());
        await Restoring.PutAsync(BackupFolder.Newest(backup.Path), target, CancellationToken.None);

        async Task ChangedAsync(string member, int value, string code)
        {
            var changed = written.DeepClone();
            changed[member] = value;
            await File.WriteAllTextAsync(manifest, changed.ToJsonString());
            await RefusedAsync(code);
        }

        async Task RefusedAsync(string code)
        {
            var refused = await Assert.ThrowsAsync<BackupException>(async () =>
                await Restoring.PutAsync(BackupFolder.Newest(backup.Path), target, CancellationToken.None));
            Assert.Equal(code, refused.Code);
            Assert.True(await isUntouched());
        }
    }

    /// <summary>Who keeps a checkpoint that was made after the backup sees that the journal was put back.</summary>
    private static async Task IsForgottenAsync(IStoreReading restored, Checkpoint kept)
    {
        var verification = new Verification(restored.Reader, kept: [new(kept.Number, kept.Root)]);
        await verification.RunAsync(() => Task.CompletedTask);
        Assert.Equal([new Finding(Finding.CheckpointForgotten, null, kept.Number)], verification.Findings);
    }

    /// <summary>What was acknowledged is answered the same again, and writers go on from there.</summary>
    private static async Task GoesOnAsync(StoreAddress target, IReadOnlyDictionary<(string Stream, string Operation), byte[]> before)
    {
        Assert.NotEmpty(before);
        await using var store = await target.OpenAsync(kind: null, exclusive: true);
        foreach (var ((stream, operation), answer) in before)
        {
            var again = Sample.Append(await store.Journal.ReadAsync(stream), operation);
            Assert.Equal(answer, Assert.IsType<AppendResult.Duplicate>(await store.Journal.AppendAsync(again)).Answer);
        }

        var next = Sample.Append(await store.Journal.ReadAsync(before.First().Key.Stream), "after-restore").Sending("cluster:8");
        Assert.IsType<AppendResult.Appended>(await store.Journal.AppendAsync(next));
        Assert.Single(await store.Outbox.LeaseAsync(DateTimeOffset.UtcNow, TimeSpan.FromSeconds(30), 10));
        await store.Checkpoints.MakeAsync();
        Assert.Empty(await Verification.RunAsync(store.Reader));
    }
}
