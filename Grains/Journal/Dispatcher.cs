using Microsoft.Extensions.Logging;

namespace ClusterActors.Journal;

/// <summary>
/// Carries messages from the outbox to their targets and the answers back to their senders, outside grain turns. A target
/// hears a message at least once and, by its operation id, acts on it once. Runs passes when asked; the host has the loop.
/// </summary>
/// <param name="clock">Due times are compared with it.</param>
/// <param name="time">Leases are measured by it.</param>
public sealed partial class Dispatcher(
    IOutbox outbox, IDelivery delivery, DomainClock clock, DispatcherOptions options, TimeProvider time, ILogger<Dispatcher> log)
{
    /// <summary>One pass over what is due; the number of messages carried to an answer.</summary>
    public async Task<int> PassAsync(CancellationToken cancel = default)
    {
        var leasedAt = time.GetTimestamp();
        var leased = await outbox.LeaseAsync(await clock.NowAsync(cancel), options.Lease, options.BatchSize, cancel);
        var carried = await Task.WhenAll(leased.Select(message => CarryAsync(message, leasedAt, cancel)));
        return carried.Count(done => done);
    }

    private async Task<bool> CarryAsync(LeasedMessage leased, long leasedAt, CancellationToken cancel)
    {
        var message = leased.Message;
        try
        {
            var answer = await delivery.DeliverAsync(leased, leasedAt);
            if (answer is Answer.Refused refused)
                Refused(message.Id, message.Target, refused.Code);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            if (leased.Tries < options.Tries || IsOfTheStore(fault))
            {
                Failed(fault, message.Id, message.Target, leased.Tries);
                await outbox.RetryAsync(message.Id, options.Delay(leased.Tries), cancel);
            }
            else
            {
                Parked(fault, message.Id, message.Target, leased.Tries);
                await outbox.ParkAsync(message.Id, cancel);
            }

            return false;
        }
    }

    // A store that is away says nothing about the message: it goes on by itself when the store is back, however long that takes.
    private static bool IsOfTheStore(Exception fault) => fault is JournalException { Code: JournalFault.StorageUnavailable or JournalFault.OutcomeUnknown or JournalFault.InUse };

    [LoggerMessage(1, LogLevel.Warning, "Message {Id} was refused by {Target}: {Code}")]
    private partial void Refused(string id, string target, string code);

    [LoggerMessage(2, LogLevel.Warning, "Message {Id} to {Target} failed at try {Tries}; it will be tried again")]
    private partial void Failed(Exception fault, string id, string target, int tries);

    [LoggerMessage(3, LogLevel.Error, "Message {Id} to {Target} failed {Tries} times and is parked")]
    private partial void Parked(Exception fault, string id, string target, int tries);
}

/// <param name="Call">What a call takes at most; then its outcome is unknown.</param>
/// <param name="Lease">Longer than a call. A second call is begun only while the lease lasts for it, so that a message is not carried twice at once.</param>
/// <param name="Tries">After so many failures a message is parked.</param>
public sealed record DispatcherOptions(TimeSpan Call, TimeSpan Lease, int BatchSize, int Tries, TimeSpan FirstDelay, TimeSpan LongestDelay)
{
    public static DispatcherOptions Default { get; } =
        new(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(20), BatchSize: 64, Tries: 12, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(15));

    /// <summary>Doubles with every try.</summary>
    public TimeSpan Delay(int tries) =>
        TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, FirstDelay.Ticks << Math.Min(tries - 1, 20)));
}
