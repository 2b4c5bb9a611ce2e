using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Postgres;
using ClusterActors.Tests.Journal;
using static ClusterActors.Journal.AppendResult;

namespace ClusterActors.Tests.Postgres;

/// <summary>A process that is stopped with SIGSTOP wherever it happens to be, and wakes up later.</summary>
[Collection(PostgresServer.Name)]
public sealed class StoppedProcessTests(PrivatePostgres postgres)
{
    private const string Stream = "school:hn";

    private int written;

    [PostgresFact]
    public Task others_go_on_while_a_process_is_stopped_and_nothing_is_doubled_when_it_wakes() => StopAsync(rounds: 3);

    [PostgresCiFact]
    public Task others_go_on_however_often_a_process_is_stopped() => StopAsync(rounds: 40);

    private async Task StopAsync(int rounds)
    {
        var database = await postgres.CreateAsync();
        await using var store = await database.OpenAsync();
        await using var process = WriterProcess.Start(database, Stream, exclusive: false);
        for (var round = 0; round < rounds; round++)
        {
            await process.ProgressAsync(7 + (round % 12));
            await process.StopAsync();
            await WriteAsync(store, 5);
            await process.ContinueAsync();
        }

        await process.EndAsync();
        await CheckAsync(store, process);
    }

    [PostgresFact]
    public async Task a_process_that_was_alone_on_the_store_and_wakes_up_in_another_s_time_is_refused_until_the_store_is_free()
    {
        var database = await postgres.CreateAsync();
        await using var process = WriterProcess.Start(database, Stream, exclusive: true);
        await process.ProgressAsync(10);
        await process.StopAsync();

        // It has the lock for as long as its session lives: only who knows that it is not coming back may end that.
        Assert.Equal(StoreFault.DataFolderInUse, (await Assert.ThrowsAsync<JournalException>(() => database.OpenAsync(exclusive: true))).Code);
        await database.EndSessionsAsync();
        await using (var successor = await database.OpenAsync(exclusive: true))
        {
            await WriteAsync(successor, 5);
            var before = await OperationsAsync(successor);
            await process.ContinueAsync();
            await process.FaultAsync(StoreFault.DataFolderInUse);
            Assert.Equal(before, await OperationsAsync(successor));
            await WriteAsync(successor, 5);
        }

        await process.ProgressAsync(10);
        await process.EndAsync();
        await using var store = await database.OpenAsync(exclusive: true);
        await CheckAsync(store, process);
    }

    private async Task WriteAsync(PostgresStore store, int more)
    {
        for (var i = 0; i < more; i++)
        {
            AppendResult result;
            do
                result = await store.Journal.AppendAsync(Sample.Append(await store.Journal.ReadAsync(Stream), $"other-{written}"));
            while (result is Conflict);
            Assert.IsType<Appended>(result);
            written++;
        }
    }

    private async Task CheckAsync(PostgresStore store, WriterProcess process)
    {
        Assert.Empty(await Verification.RunAsync(store.Reader));
        var operations = await OperationsAsync(store);
        Assert.Equal(operations.Count, operations.Distinct().Count());
        Assert.Equal(process.Acknowledged.Order(), operations.Where(operation => operation.StartsWith(WriterProcess.Prefix, StringComparison.Ordinal)).Order());
        Assert.Equal(written + process.Acknowledged.Count, operations.Count);
    }

    private static async Task<List<string>> OperationsAsync(PostgresStore store) =>
        await store.Reader.ReadAllAsync(0).Select(e => e.OperationId).ToListAsync();
}
