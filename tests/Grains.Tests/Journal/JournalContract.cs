using System.Text.Json;
using ClusterActors.Journal;
using ClusterActors.Storage;

namespace ClusterActors.Tests.Journal;

/// <summary>
/// Every promise of the ports, held against every store: SQLite, PostgreSQL, the simulated one. A store's own test class derives
/// from it, says how its store is opened, and adds what only that store promises. One file per port.
/// </summary>
public abstract partial class JournalContract : IAsyncLifetime
{
    protected const string Hanoi = "school:hn";
    protected const string Hue = "school:hue";
    protected const string Cluster = "cluster:8";

    private IJournalStore? open;

    /// <summary>The wall clock of leases.</summary>
    protected FakeClock Clock { get; } = new();

    protected IJournalStore Store => open ?? throw new InvalidOperationException("The store is not open.");

    public async Task InitializeAsync() => open = await OpenJournalAsync();

    public Task DisposeAsync() => CloseAsync();

    /// <summary>Opens this test's store: an empty one the first time, after that the same one again.</summary>
    protected abstract Task<IJournalStore> OpenJournalAsync();

    protected async Task CloseAsync()
    {
        if (open is not null)
            await open.DisposeAsync();
        open = null;
    }

    protected async Task ReopenAsync()
    {
        await CloseAsync();
        open = await OpenJournalAsync();
    }

    protected Task<History> ReadAsync(string stream) => Store.Journal.ReadAsync(stream);

    /// <summary>Appends events to a stream's present head.</summary>
    protected async Task<Append> GivenAsync(string stream, string operation, int events = 1) =>
        await GivenAsync(Sample.Append(await ReadAsync(stream), operation, events));

    protected async Task<Append> GivenAsync(Append append)
    {
        Assert.IsType<AppendResult.Appended>(await Store.Journal.AppendAsync(append));
        return append;
    }

    protected async Task<string> FaultAsync(Append append) =>
        (await Assert.ThrowsAsync<JournalException>(() => Store.Journal.AppendAsync(append))).Code;

    protected async Task<List<JournalEvent>> AllEventsAsync()
    {
        var events = new List<JournalEvent>();
        await foreach (var e in Store.Reader.ReadAllAsync(after: 0))
            events.Add(e);
        return events;
    }

    /// <summary>Compares records that hold arrays by their content.</summary>
    protected static void SameContent<T>(T expected, T actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}
