using ClusterActors.Journal;

namespace ClusterActors.Tests.EntityTests;

/// <summary>What the next append is to meet.</summary>
internal enum Weather
{
    Fair,

    /// <summary>The store fails and nothing is written.</summary>
    FailsBefore,

    /// <summary>Everything is written and the answer is lost.</summary>
    FailsAfter,
}

/// <summary>A journal and its outbox in memory, with weather.</summary>
internal sealed class TestJournal : IJournal, IOutbox
{
    private readonly Dictionary<string, List<JournalEvent>> streams = [];
    private readonly Dictionary<(string Stream, string Operation), Append> operations = [];
    private readonly List<Row> outbox = [];

    public Weather Next { set => Forecast.Enqueue(value); }

    /// <summary>What the coming appends meet, one by one; fair where it says nothing.</summary>
    public Queue<Weather> Forecast { get; } = new();

    /// <summary>So many appends from now on meet a conflict that nobody has caused.</summary>
    public int Conflicts { get; set; }

    public int Reads => ReadFrom.Count;

    /// <summary>The version from which each reading began.</summary>
    public List<long> ReadFrom { get; } = [];

    public List<Append> Appends { get; } = [];

    public IReadOnlyList<Row> Outbox => outbox;

    public IReadOnlyDictionary<(string Stream, string Operation), Append> Operations => operations;

    /// <summary>Runs just before an append is looked at.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public List<JournalEvent> Events(string stream) => streams.TryGetValue(stream, out var events) ? events : streams[stream] = [];

    /// <summary>As a backup that was restored has never heard of an operation.</summary>
    public void Forget(string operation)
    {
        foreach (var key in operations.Keys.Where(key => key.Operation == operation).ToList())
            operations.Remove(key);
    }

    public Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default)
    {
        ReadFrom.Add(from);
        var events = Events(stream);
        return Task.FromResult(events.Count == 0 ? History.None(stream) : new(stream, events[^1].Version, events[^1].Hash, [.. events.Skip((int)from - 1)]));
    }

    public async Task<AppendResult> AppendAsync(Append append, CancellationToken cancel = default)
    {
        if (Meanwhile is { } meanwhile)
        {
            Meanwhile = null;
            await meanwhile();
        }

        var weather = Forecast.TryDequeue(out var next) ? next : Weather.Fair;
        if (weather == Weather.FailsBefore)
            throw new JournalException("store_failed", "The disk is full.");
        var result = Write(append);
        return weather == Weather.FailsAfter ? throw new JournalException("outcome_unknown", "The connection was lost.") : result;
    }

    private AppendResult Write(Append append)
    {
        if (operations.TryGetValue((append.Stream, append.OperationId), out var stored))
            return new AppendResult.Duplicate(stored.RequestHash, stored.Actor, stored.Answer);
        var events = Events(append.Stream);
        if (Conflicts > 0)
        {
            Conflicts--;
            return new AppendResult.Conflict(events.Count);
        }

        if (events.Count != append.ExpectedVersion)
            return new AppendResult.Conflict(events.Count);
        operations[(append.Stream, append.OperationId)] = append;
        events.AddRange(append.Events);
        outbox.AddRange(append.Messages.Select(m => new Row(m)));
        foreach (var row in outbox.Where(r => r.Message.Id == append.SettlesMessage))
            row.Done = true;
        Appends.Add(append);
        return new AppendResult.Appended();
    }

    public Task<IReadOnlyList<LeasedMessage>> LeaseAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<LeasedMessage>>(
        [
            .. outbox.Where(r => !r.Done && !r.Parked && r.Message.DueAt <= now)
                .GroupBy(r => (r.Message.Source, r.Message.Target)).Select(g => g.First())
                .Take(limit)
                .Select(r => new LeasedMessage(r.Message, ++r.Tries)),
        ]);

    public Task RetryAsync(string messageId, TimeSpan delay, CancellationToken cancel = default)
    {
        outbox.Single(r => r.Message.Id == messageId).Delays.Add(delay);
        return Task.CompletedTask;
    }

    public Task ParkAsync(string messageId, CancellationToken cancel = default)
    {
        outbox.Single(r => r.Message.Id == messageId).Parked = true;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<OutboxMessage>> ListParkedAsync(CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<OutboxMessage>>([.. outbox.Where(r => r.Parked).Select(r => r.Message)]);

    public Task<bool> ResumeAsync(string messageId, CancellationToken cancel = default)
    {
        var row = outbox.FirstOrDefault(r => r.Message.Id == messageId && r.Parked);
        if (row is not null)
            (row.Parked, row.Tries) = (false, 0);
        return Task.FromResult(row is not null);
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel = default) => Task.CompletedTask;

    public Task<OutboxDepth> DepthAsync(CancellationToken cancel = default) =>
        Task.FromResult(new OutboxDepth(outbox.Count(r => !r.Done && !r.Parked), outbox.Count(r => r.Parked)));

    internal sealed class Row(OutboxMessage message)
    {
        public OutboxMessage Message => message;

        public bool Done { get; set; }

        public bool Parked { get; set; }

        public int Tries { get; set; }

        public List<TimeSpan> Delays { get; } = [];
    }
}
