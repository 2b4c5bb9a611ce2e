using System.Globalization;
using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Postgres;
using ClusterActors.Tests.Journal;
using static ClusterActors.Journal.AppendResult;

namespace ClusterActors.Tests.Postgres;

/// <summary>Disks that are full while a store works on them, which is never opened anew.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private SmallDisk disk = null!;
    private PrivatePostgres postgres = null!;
    private int written;

    public async Task InitializeAsync() => disk = await SmallDisk.MountAsync(megabytes: 40);

    public async Task DisposeAsync()
    {
        await postgres.DisposeAsync();
        await disk.DisposeAsync();
    }

    [SmallDiskFact]
    public async Task a_full_disk_of_tables_acknowledges_nothing_and_is_recovered_from_when_there_is_room_again()
    {
        postgres = new();
        await postgres.InitializeAsync();
        await using var store = await (await postgres.CreateOnAsync(disk.Folder)).OpenAsync(patience: TestDatabase.Impatient);

        // A server that is slow to say so is not waited for.
        string[] clear = [StoreFault.StorageUnavailable, StoreFault.OutcomeUnknown];
        Assert.Contains(await FillAsync(store), clear);
        Assert.Contains(await FaultAsync(store), clear);
        Assert.Equal(0, (await store.Journal.ReadAsync(Next.Stream)).Version);
        await disk.GrowAsync(megabytes: 80);

        Assert.IsType<Appended>(await store.Journal.AppendAsync(Next));
        await CheckAsync(store);
    }

    [SmallDiskFact]
    public async Task a_full_disk_of_the_log_ends_the_server_and_not_the_store_which_goes_on_with_the_server()
    {
        postgres = new() { LogDisk = disk.Folder };
        await postgres.InitializeAsync();
        await using var store = await (await postgres.CreateEmptyAsync()).OpenAsync(patience: TestDatabase.Impatient);

        string[] clear = [StoreFault.StorageUnavailable, StoreFault.OutcomeUnknown];
        Assert.Contains(await FillAsync(store), clear);
        Assert.Contains(await FaultAsync(store), clear);
        await disk.GrowAsync(megabytes: 160);
        await postgres.KillAsync();
        await postgres.StartAsync();

        // Its commit may have come through before the server went down.
        var repeated = await store.Journal.AppendAsync(Next);
        Assert.True(repeated is Appended or Duplicate, repeated.ToString());
        await CheckAsync(store);
    }

    private Append Next => Large(written);

    /// <summary>Noise: what compresses well does not fill a disk.</summary>
    private static Append Large(int number)
    {
        var answer = new byte[400_000];
        new Random(number).NextBytes(answer);
        return Sample.Append(History.None(string.Create(CultureInfo.InvariantCulture, $"school:s{number}")), "op-1") with { Answer = answer };
    }

    /// <returns>The fault that ended it.</returns>
    private async Task<string> FillAsync(PostgresStore store)
    {
        while (true)
        {
            try
            {
                Assert.IsType<Appended>(await store.Journal.AppendAsync(Next));
                written++;
            }
            catch (JournalException e)
            {
                return e.Code;
            }
        }
    }

    private async Task<string> FaultAsync(PostgresStore store) =>
        (await Assert.ThrowsAsync<JournalException>(() => store.Journal.AppendAsync(Next))).Code;

    /// <summary>All that was acknowledged is there, and the append that failed at first once.</summary>
    private async Task CheckAsync(PostgresStore store)
    {
        Assert.Empty(await Verification.RunAsync(store.Reader));
        Assert.Equal(written + 1, (await store.Reader.ReadHeadsAsync()).Position);
        for (var number = 0; number <= written; number++)
        {
            var append = Large(number);
            Assert.Equal(append.Answer, await store.Views.FindAnswerAsync(append.Stream, append.OperationId));
        }
    }
}
