using System.Globalization;
using ClusterActors.Journal;
using ClusterActors.Silo.Commands;
using ClusterActors.Storage.Sqlite;

namespace ClusterActors.Tests.Journal;

/// <summary>Verification that is stopped and goes on, of what is long, and against what is kept elsewhere.</summary>
// Beside others it would take what they keep in memory for its own.
[Collection("alone")]
public sealed class VerificationRunTests : IDisposable
{
    private const string DropTriggers = "DROP TRIGGER events_stand; DROP TRIGGER checkpoints_stand; DROP TRIGGER checkpoints_keep;";

    private readonly SqliteFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>2,500 events of 25 streams, a checkpoint after 500, 1,500 and 2,500 of them.</summary>
    private async Task<IReadOnlyList<Checkpoint>> FillAsync()
    {
        await using var store = folder.Open(new FakeClock());
        var made = new List<Checkpoint>();
        for (var n = 0; n < 25; n++)
        {
            await AppendAsync(store, n, events: 100);
            if (n is 4 or 14 or 24)
                made.Add(await store.Checkpoints.MakeAsync());
        }

        return made;
    }

    private static async Task AppendAsync(SqliteStore store, int stream, int events) =>
        Assert.IsType<AppendResult.Appended>(await store.Journal.AppendAsync(Sample.Append(
            History.None(string.Create(CultureInfo.InvariantCulture, $"school:s{stream:d6}")), "op-1", events)));

    private async Task<Verification> VerifiedAsync(VerificationState? from = null, params KeptCheckpoint[] kept)
    {
        await using var reading = await SqliteReading.OpenAsync(folder.Path);
        var verification = new Verification(reading.Reader, from, kept);
        await verification.RunAsync(() => Task.CompletedTask);
        return verification;
    }

    /// <summary>The state of a run that was stopped after its first step.</summary>
    private async Task<VerificationState> StoppedAsync()
    {
        await using var reading = await SqliteReading.OpenAsync(folder.Path);
        var verification = new Verification(reading.Reader);
        await Assert.ThrowsAsync<OperationCanceledException>(() => verification.RunAsync(() => throw new OperationCanceledException()));
        Assert.Equal(Verification.EventsPerStep, verification.Position);
        return verification.State();
    }

    [Fact]
    public async Task a_run_that_was_stopped_goes_on_and_comes_to_the_same_end()
    {
        await FillAsync();
        var whole = await VerifiedAsync();
        var file = new VerificationFile(Path.Combine(folder.Path, "verification"));
        Assert.Null(file.Read());
        file.Write(new(Sample.Noon, await StoppedAsync()));

        var kept = file.Read()!;
        var resumed = await VerifiedAsync(kept.State);

        Assert.Equal(Sample.Noon, kept.Since);
        Assert.Equal((0, 0, 2_500, 25), (whole.FindingCount, resumed.FindingCount, resumed.Position, resumed.Streams));
        Assert.Equal(whole.Latest!.Root, resumed.Latest!.Root);
        Assert.Equal(whole.State().CheckpointsSeen, resumed.State().CheckpointsSeen);
    }

    [Fact]
    public async Task a_torn_state_is_refused()
    {
        await FillAsync();
        var path = Path.Combine(folder.Path, "verification");
        var file = new VerificationFile(path);
        file.Write(new(Sample.Noon, await StoppedAsync()));
        var written = File.ReadAllBytes(path);

        foreach (var torn in new[] { written[..^1], written[..(written.Length / 2)], [] })
        {
            File.WriteAllBytes(path, torn);
            Assert.Throws<FormatException>(file.Read);
        }

        written[50] ^= 1;
        File.WriteAllBytes(path, written);
        Assert.Throws<FormatException>(file.Read);
    }

    [Theory]
    [InlineData("UPDATE events SET payload = X'7B7D' WHERE position = 1001", Finding.EventBroken)]
    [InlineData("UPDATE events SET payload = X'7B7D' WHERE position = 2500", Finding.EventBroken)]
    [InlineData("UPDATE events SET hash = zeroblob(32) WHERE position = 1000", Finding.EarlierPartChanged)]
    [InlineData("UPDATE events SET position = 100000 WHERE position = 1000", Finding.EarlierPartChanged)]
    [InlineData("UPDATE checkpoints SET root = zeroblob(32) WHERE n = 1", Finding.EarlierPartChanged)]
    [InlineData("DELETE FROM checkpoints WHERE n = 1", Finding.EarlierPartChanged)]
    [InlineData("UPDATE checkpoints SET root = zeroblob(32) WHERE n = 3", Finding.CheckpointBroken)]
    public async Task a_run_that_goes_on_finds_what_changed_in_the_rest_and_at_the_joint(string change, string finding)
    {
        await FillAsync();
        var state = await StoppedAsync();
        folder.Tamper(DropTriggers + change);

        Assert.Contains((await VerifiedAsync(state)).Findings, found => found.Code == finding);
    }

    [Fact]
    public async Task what_a_stopped_run_had_found_is_not_forgotten()
    {
        await FillAsync();
        folder.Tamper(DropTriggers + "UPDATE events SET payload = X'7B7D' WHERE position = 2");

        var resumed = await VerifiedAsync(await StoppedAsync());

        Assert.Equal([new Finding(Finding.EventBroken, "school:s000000", 2)], resumed.Findings);
        Assert.Equal(1, resumed.FindingCount);
    }

    [Fact]
    public async Task findings_are_all_counted_and_the_first_thousand_told()
    {
        await FillAsync();
        folder.Tamper(DropTriggers + "UPDATE events SET payload = X'7B7D' WHERE position <= 1200");

        var verification = await VerifiedAsync();

        Assert.Equal((1200, Verification.MostFindings), (verification.FindingCount, verification.Findings.Count));
    }

    [Fact]
    public async Task a_checkpoint_kept_elsewhere_is_known_in_the_journal_that_has_it_and_in_no_other()
    {
        var made = await FillAsync();
        var kept = made.Select(checkpoint => new KeptCheckpoint(checkpoint.Number, checkpoint.Root)).ToArray();
        Assert.Equal(0, (await VerifiedAsync(null, kept)).FindingCount);

        var replaced = kept[1] with { Root = kept[2].Root };
        var later = kept[2] with { Number = 4 };
        Assert.Equal(
            [new Finding(Finding.CheckpointForgotten, null, 2), new Finding(Finding.CheckpointForgotten, null, 4)],
            (await VerifiedAsync(null, kept[0], replaced, later)).Findings);
    }

    [Fact]
    public void kept_checkpoints_are_read_from_what_verify_and_the_log_have_written()
    {
        var one = new string('a', 64);
        var two = new string('0', 63) + "F";
        var read = KeptCheckpoint.In($"{one}@7\ninfo: Silo[1] Checkpoint 12 at position 345: {two}\nCheckpoint 9 at position 3: short {one}x@3").ToList();

        Assert.Equal([(7, one), (12, two.ToLowerInvariant())], read.Select(kept => (kept.Number, Convert.ToHexStringLower(kept.Root))));
    }

    [CiFact]
    public async Task memory_does_not_grow_with_the_number_of_events()
    {
        var few = await MostMemoryAsync(events: 20_000);
        var many = await MostMemoryAsync(events: 200_000);

        Assert.InRange(many - few, long.MinValue, 10_000_000);
    }

    /// <returns>Live bytes while so many events of 100 streams are verified, beyond those of before, at most.</returns>
    private static async Task<long> MostMemoryAsync(int events)
    {
        using var folder = new SqliteFolder();
        await using (var store = folder.Open(new FakeClock()))
        {
            for (var n = 0; n < 100; n++)
                await AppendAsync(store, n, events / 100);
        }

        await using var reading = await SqliteReading.OpenAsync(folder.Path);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var verification = new Verification(reading.Reader);
        await verification.RunAsync(() =>
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            return Task.CompletedTask;
        });
        Assert.Equal((events, 0), (verification.Position, verification.FindingCount));
        return most;
    }
}

[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneCollection;
