using System.Collections.Concurrent;
using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Tests.EntityTests;
using Microsoft.Extensions.Logging;

namespace ClusterActors.Tests.Snapshots;

/// <summary>Between a grain and a store that fails, waits or is slow.</summary>
public sealed class SnapshotCacheTests
{
    private const string Key = "school:tay-ninh";
    private readonly Store store = new();
    private readonly Recorder log = new();

    [Fact]
    public async Task what_cannot_be_read_is_a_logged_miss()
    {
        await using var cache = New();
        store.Fails = true;
        Assert.Null(await cache.FindAsync(Key));
        Assert.Contains(Key, Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_cannot_be_made_or_written_is_a_logged_miss_and_the_next_is_written()
    {
        await using (var cache = New())
        {
            cache.Keep("school:a", () => throw new InvalidOperationException("no state can be written"));
            cache.Keep("school:refused", () => [1]);
            cache.Keep("school:b", () => [2]);
        }

        Assert.Equal(["school:b"], store.Kept.Keys);
        Assert.Equal(2, log.Lines.Count);
    }

    [Fact]
    public async Task who_keeps_does_not_wait_for_the_store_and_what_waits_is_written_in_the_end()
    {
        var cache = New();
        store.Gate.Reset();
        for (var i = 0; i < 5; i++)
            cache.Keep($"school:{i}", () => [1]);
        Assert.Empty(store.Kept);

        store.Gate.Set();
        await cache.DisposeAsync();
        Assert.Equal(5, store.Kept.Count);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task when_the_store_is_too_slow_the_oldest_that_wait_are_let_go_and_the_log_says_so()
    {
        var cache = New(mostWaiting: 2);
        store.Gate.Reset();
        cache.Keep("school:0", () => [0]);
        store.Entered.Wait();
        for (var i = 1; i <= 5; i++)
            cache.Keep($"school:{i}", () => [1]);

        store.Gate.Set();
        await cache.DisposeAsync();
        Assert.Equal(["school:0", "school:4", "school:5"], store.Kept.Keys.Order());
        Assert.Equal(3, log.Lines.Count);
    }

    [Fact]
    public async Task what_is_kept_after_the_end_is_let_go()
    {
        var cache = New();
        await cache.DisposeAsync();
        cache.Keep(Key, () => [1]);
        Assert.Empty(store.Kept);
    }

    [Fact]
    public async Task a_store_that_always_fails_changes_no_answer()
    {
        store.Fails = true;
        var (journal, time) = (new TestJournal(), new SettableTime());
        await using (var cache = New())
        {
            await new Life(journal, time, snapshots: cache).Register();
            Assert.Equal(2, (await new Life(journal, time, snapshots: cache).Appoint("op", "an")).Accepted());
            (await new Life(journal, time, snapshots: cache).Appoint("op-2", "an")).Refused(RefusalCode.AlreadyExists);
        }

        Assert.Equal([1, 1, 1], journal.ReadFrom);
        Assert.NotEmpty(log.Lines);
    }

    [Fact]
    public async Task what_one_activation_has_kept_shortens_the_way_of_the_next()
    {
        var (journal, time) = (new TestJournal(), new SettableTime());
        await using (var cache = New())
        {
            var life = new Life(journal, time, snapshots: cache);
            await life.Register();
            await life.Appoint("op", "an");
        }

        journal.ReadFrom.Clear();
        await using var later = New();
        (await new Life(journal, time, snapshots: later).Appoint("op-2", "an")).Refused(RefusalCode.AlreadyExists);
        Assert.Equal([2], journal.ReadFrom);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public void fewer_than_one_event_between_two_snapshots_is_a_mistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SnapshotCache(store, new() { Every = 0 }, log));

    private SnapshotCache New(int mostWaiting = 10) => new(store, new() { Every = 1, MostWaiting = mostWaiting }, log);

    private sealed class Store : ISnapshotStore
    {
        public bool Fails { get; set; }

        public ManualResetEventSlim Gate { get; } = new(initialState: true);

        public ManualResetEventSlim Entered { get; } = new();

        public ConcurrentDictionary<string, byte[]> Kept { get; } = [];

        public Task<byte[]?> FindAsync(string stream) => Fails ? throw new IOException("no medium") : Task.FromResult(Kept.GetValueOrDefault(stream));

        public Task KeepAsync(string stream, byte[] snapshot)
        {
            Entered.Set();
            Gate.Wait();
            Kept[Fails || stream == "school:refused" ? throw new IOException("no medium") : stream] = snapshot;
            return Task.CompletedTask;
        }
    }

    private sealed class Recorder : ILogger<SnapshotCache>
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));
    }
}
