namespace ClusterActors.Journal;

/// <summary>
/// The dispatcher's side of the store. For each (source, target) only the first message that is not done can be leased, so
/// order is kept: the order of due times, then of versions and indexes, because a wake-up that is due in December must not hold
/// back what is sent in March. While one message of a pair is leased, waits for its retry, or is parked, no other is leased:
/// what comes after it may make no sense without it. Leases and retries run on the store's own wall clock, due times on the domain's
/// (which stands still in a played folder).
/// </summary>
public interface IOutbox
{
    /// <summary>Leases up to <paramref name="limit"/> messages due at <paramref name="now"/> (the domain's time); oldest first.</summary>
    Task<IReadOnlyList<LeasedMessage>> LeaseAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancel = default);

    /// <summary>Gives the lease back; the message is not leased again before <paramref name="delay"/> has passed.</summary>
    Task RetryAsync(string messageId, TimeSpan delay, CancellationToken cancel = default);

    /// <summary>Sets the message aside until a person lets it go on.</summary>
    Task ParkAsync(string messageId, CancellationToken cancel = default);

    /// <summary>What has been set aside, oldest first.</summary>
    Task<IReadOnlyList<OutboxMessage>> ListParkedAsync(CancellationToken cancel = default);

    /// <summary>Lets a parked message go on, with its tries counted anew; false when no such message is parked.</summary>
    Task<bool> ResumeAsync(string messageId, CancellationToken cancel = default);

    /// <summary>Completes when messages may have come since the last wait, or when <paramref name="atMost"/> has passed.</summary>
    Task WaitAsync(TimeSpan atMost, CancellationToken cancel = default);

    /// <summary>Messages neither done nor parked, and parked ones.</summary>
    Task<OutboxDepth> DepthAsync(CancellationToken cancel = default);
}

/// <param name="Tries">Leases so far, this one included.</param>
public sealed record LeasedMessage(OutboxMessage Message, int Tries);

public sealed record OutboxDepth(long Waiting, long Parked);
