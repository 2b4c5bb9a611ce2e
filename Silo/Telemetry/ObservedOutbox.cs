using ClusterActors.Journal;

namespace ClusterActors.Silo.Telemetry;

internal sealed class ObservedOutbox(IOutbox outbox, Instruments instruments) : IOutbox
{
    /// <summary>A pass of the dispatcher begins with this.</summary>
    public async Task<IReadOnlyList<LeasedMessage>> LeaseAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancel = default)
    {
        try
        {
            var leased = await outbox.LeaseAsync(now, lease, limit, cancel);
            instruments.Passes.Add(1, new KeyValuePair<string, object?>(Attributes.Outcome, leased.Count == 0 ? "idle" : "leased"));
            return leased;
        }
        catch (JournalException fault)
        {
            instruments.Passes.Add(1, new(Attributes.Outcome, Attributes.Fault), new(Attributes.Error, fault.Code));
            throw;
        }
    }

    public async Task RetryAsync(string messageId, TimeSpan delay, CancellationToken cancel = default)
    {
        await outbox.RetryAsync(messageId, delay, cancel);
        instruments.Retries.Add(1);
    }

    public async Task ParkAsync(string messageId, CancellationToken cancel = default)
    {
        await outbox.ParkAsync(messageId, cancel);
        instruments.Parkings.Add(1);
    }

    public Task<IReadOnlyList<OutboxMessage>> ListParkedAsync(CancellationToken cancel = default) => outbox.ListParkedAsync(cancel);

    public Task<bool> ResumeAsync(string messageId, CancellationToken cancel = default) => outbox.ResumeAsync(messageId, cancel);

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel = default) => outbox.WaitAsync(atMost, cancel);

    public Task<OutboxDepth> DepthAsync(CancellationToken cancel = default) => outbox.DepthAsync(cancel);
}
