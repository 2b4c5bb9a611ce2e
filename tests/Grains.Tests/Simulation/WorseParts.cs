using ClusterActors.Campaigns;
using ClusterActors.Journal;
using ClusterActors.Simulation;
using ClusterActors.Simulation.Silos;

namespace ClusterActors.Tests.Simulation;

/// <summary>Faults that production might have, put in the place of its ports and functions.</summary>
internal static class WorseParts
{
    public static Parts Journal(Func<IJournal, Append, Task<AppendResult>> append) => new() { Journal = journal => new WorseJournal(journal, append) };

    public static Parts Campaign(Func<CampaignState, CampaignCommand, Context, Decision<CampaignEvent>> decide) => new()
    {
        Make = (activation, ports) => activation.Key.StartsWith("campaign:", StringComparison.Ordinal)
            ? new WorseCampaign(CampaignDecider.Aggregate with { Decide = decide }, activation, ports)
            : GrainMaker.Make(activation, ports),
    };

    /// <summary>A campaign some of whose events are other than they should be.</summary>
    public static Parts Campaign(Func<CampaignEvent, CampaignEvent> spoil) => Campaign((state, command, context) =>
        CampaignDecider.Decide(state, command, context) is Decision<CampaignEvent>.Accept accept
            ? new Decision<CampaignEvent>.Accept([.. accept.Events.Select(spoil)])
            : CampaignDecider.Decide(state, command, context));

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

    private sealed class WorseJournal(IJournal journal, Func<IJournal, Append, Task<AppendResult>> append) : IJournal
    {
        public Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default) => journal.ReadAsync(stream, from, cancel);

        public Task<AppendResult> AppendAsync(Append wanted, CancellationToken cancel = default) => append(journal, wanted);
    }
}

/// <summary>A campaign with another aggregate than production's.</summary>
internal sealed class WorseCampaign(Aggregate<CampaignState, CampaignCommand, CampaignEvent> aggregate, IActivation activation, SiloPorts ports) : ICampaignGrain
{
    private readonly Entity<CampaignState, CampaignCommand, CampaignEvent> entity = new(aggregate, activation, ports.Journal, ports.Snapshots, ports.Clock);

    public Task<Answer> Tell(Envelope<CampaignCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}

/// <summary>Messages that are sent before what causes them is committed, and so also when it never is.</summary>
internal sealed class HastyOutbox(IOutbox outbox, List<OutboxMessage> early) : IOutbox
{
    public async Task<IReadOnlyList<LeasedMessage>> LeaseAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancel = default)
    {
        var leased = await outbox.LeaseAsync(now, lease, limit, cancel);
        var sent = early.Select(message => new LeasedMessage(message, 1)).ToList();
        early.Clear();
        return [.. leased, .. sent];
    }

    public Task RetryAsync(string messageId, TimeSpan delay, CancellationToken cancel = default) => outbox.RetryAsync(messageId, delay, cancel);

    public Task ParkAsync(string messageId, CancellationToken cancel = default) => outbox.ParkAsync(messageId, cancel);

    public Task<IReadOnlyList<OutboxMessage>> ListParkedAsync(CancellationToken cancel = default) => outbox.ListParkedAsync(cancel);

    public Task<bool> ResumeAsync(string messageId, CancellationToken cancel = default) => outbox.ResumeAsync(messageId, cancel);

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel = default) => outbox.WaitAsync(atMost, cancel);

    public Task<OutboxDepth> DepthAsync(CancellationToken cancel = default) => outbox.DepthAsync(cancel);
}

/// <summary>Takes what goes to some targets and never gives it out.</summary>
internal sealed class ForgetfulOutbox(IOutbox outbox, string target) : IOutbox
{
    public async Task<IReadOnlyList<LeasedMessage>> LeaseAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancel = default) =>
        [.. (await outbox.LeaseAsync(now, lease, limit, cancel)).Where(leased => !leased.Message.Target.StartsWith(target, StringComparison.Ordinal))];

    public Task RetryAsync(string messageId, TimeSpan delay, CancellationToken cancel = default) => outbox.RetryAsync(messageId, delay, cancel);

    public Task ParkAsync(string messageId, CancellationToken cancel = default) => outbox.ParkAsync(messageId, cancel);

    public Task<IReadOnlyList<OutboxMessage>> ListParkedAsync(CancellationToken cancel = default) => outbox.ListParkedAsync(cancel);

    public Task<bool> ResumeAsync(string messageId, CancellationToken cancel = default) => outbox.ResumeAsync(messageId, cancel);

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel = default) => outbox.WaitAsync(atMost, cancel);

    public Task<OutboxDepth> DepthAsync(CancellationToken cancel = default) => outbox.DepthAsync(cancel);
}
