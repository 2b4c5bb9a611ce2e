using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Elections;
using ClusterActors.Journal;
using ClusterActors.Schools;
using ClusterActors.Simulation;
using ClusterActors.Simulation.Silos;
using ClusterActors.Statistics;

namespace ClusterActors.Tests.Simulation;

/// <summary>Faults that production might have, put in the place of its ports and functions.</summary>
internal static class WorseParts
{
    public static Parts Journal(Func<IJournal, Append, Task<AppendResult>> append) => new() { Journal = journal => new WorseJournal(journal, append, history => history) };

    public static Parts Reading(Func<History, History> read) =>
        new() { Journal = journal => new WorseJournal(journal, (inner, append) => inner.AppendAsync(append), read) };

    public static Func<IOutbox, IOutbox> Leasing(Func<IReadOnlyList<LeasedMessage>, IReadOnlyList<LeasedMessage>> lease) => outbox => new WorseOutbox(outbox, lease);

    public static Parts Campaign(Func<CampaignState, CampaignCommand, Context, Decision<CampaignEvent>> decide) =>
        Grains(CampaignKey.Kind, (activation, ports) => new WorseCampaign(CampaignDecider.Aggregate with { Decide = decide }, activation, ports));

    public static Parts School(Func<SchoolState, SchoolCommand, Context, Decision<SchoolEvent>> decide) =>
        Grains(SchoolKey.Kind, (activation, ports) => new WorseSchool(SchoolDecider.Aggregate with { Decide = decide }, activation, ports));

    public static Parts Cluster(Func<ClusterState, ClusterCommand, Context, Decision<ClusterEvent>> decide) =>
        Grains(ClusterKey.Kind, (activation, ports) => new WorseCluster(ClusterDecider.Aggregate with { Decide = decide }, activation, ports));

    public static Parts Election(Func<ElectionState, ElectionCommand, Context, Decision<ElectionEvent>> decide) =>
        Grains(ElectionKey.Kind, (activation, ports) => new WorseElection(ElectionDecider.Aggregate with { Decide = decide }, activation, ports));

    public static Parts Statistics(Aggregate<StatisticsState, StatisticsCommand, StatisticsEvent> aggregate) =>
        Grains(StatisticsKey.Kind, (activation, ports) => new WorseStatistics(aggregate, activation, ports));

    /// <summary>A campaign some of whose events are other than they should be.</summary>
    public static Parts Campaign(Func<CampaignEvent, CampaignEvent> spoil) => Campaign((state, command, context) =>
        CampaignDecider.Decide(state, command, context) is Decision<CampaignEvent>.Accept accept
            ? new Decision<CampaignEvent>.Accept([.. accept.Events.Select(spoil)])
            : CampaignDecider.Decide(state, command, context));

    private static Parts Grains(string kind, Func<IActivation, SiloPorts, object> worse) => new()
    {
        Make = (activation, ports) => activation.Key.StartsWith(kind + ":", StringComparison.Ordinal) ? worse(activation, ports) : GrainMaker.Make(activation, ports),
    };

    /// <summary>The same append on top of whatever is there, under this operation id.</summary>
    public static async Task<AppendResult> ForcedAsync(IJournal journal, Append append, string operation)
    {
        var head = await journal.ReadAsync(append.Stream);
        var events = new List<JournalEvent>();
        var (version, hash) = (head.Version, head.Hash);
        foreach (var e in append.Events)
        {
            var link = Chain.Link(e.Stream, ++version, e.Type, e.Payload, e.Actor, operation, e.RecordedAt, hash);
            events.Add(e with { Version = version, OperationId = operation, PreviousHash = hash, Hash = link });
            hash = link;
        }

        var shift = head.Version - append.ExpectedVersion;
        return await journal.AppendAsync(append with
        {
            ExpectedVersion = head.Version,
            OperationId = operation,
            Events = events,
            Messages = [.. append.Messages.Select(m => m with { Id = $"{m.Source}/{m.Version + shift}.{m.Index}", Version = m.Version + shift })],
            View = append.View is { } view ? view with { Version = view.Version + shift } : null,
        });
    }

    private sealed class WorseJournal(IJournal journal, Func<IJournal, Append, Task<AppendResult>> append, Func<History, History> read) : IJournal
    {
        public async Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default) => read(await journal.ReadAsync(stream, from, cancel));

        public Task<AppendResult> AppendAsync(Append wanted, CancellationToken cancel = default) => append(journal, wanted);
    }
}

/// <summary>An outbox that gives out something else than what was leased.</summary>
internal sealed class WorseOutbox(IOutbox outbox, Func<IReadOnlyList<LeasedMessage>, IReadOnlyList<LeasedMessage>> lease) : IOutbox
{
    public async Task<IReadOnlyList<LeasedMessage>> LeaseAsync(DateTimeOffset now, TimeSpan time, int limit, CancellationToken cancel = default) =>
        lease(await outbox.LeaseAsync(now, time, limit, cancel));

    public Task RetryAsync(string messageId, TimeSpan delay, CancellationToken cancel = default) => outbox.RetryAsync(messageId, delay, cancel);

    public Task ParkAsync(string messageId, CancellationToken cancel = default) => outbox.ParkAsync(messageId, cancel);

    public Task<IReadOnlyList<OutboxMessage>> ListParkedAsync(CancellationToken cancel = default) => outbox.ListParkedAsync(cancel);

    public Task<bool> ResumeAsync(string messageId, CancellationToken cancel = default) => outbox.ResumeAsync(messageId, cancel);

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel = default) => outbox.WaitAsync(atMost, cancel);

    public Task<OutboxDepth> DepthAsync(CancellationToken cancel = default) => outbox.DepthAsync(cancel);
}

/// <summary>A journal that was changed behind everybody's back.</summary>
internal sealed class WorseReader(IJournalReader reader) : IJournalReader
{
    public Func<JournalEvent, JournalEvent> Event { get; init; } = e => e;

    public Func<Checkpoint, Checkpoint> Checkpoint { get; init; } = checkpoint => checkpoint;

    public IAsyncEnumerable<JournalEvent> ReadAllAsync(long after, CancellationToken cancel = default) => reader.ReadAllAsync(after, cancel).Select(Event);

    public Task<JournalHeads> ReadHeadsAsync(CancellationToken cancel = default) => reader.ReadHeadsAsync(cancel);

    public async Task<IReadOnlyList<Checkpoint>> ReadCheckpointsAsync(CancellationToken cancel = default) =>
        [.. (await reader.ReadCheckpointsAsync(cancel)).Select(Checkpoint)];
}
