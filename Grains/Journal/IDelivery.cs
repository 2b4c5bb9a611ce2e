namespace ClusterActors.Journal;

/// <summary>One way of a message: to its target, and with the answer back to its sender.</summary>
public interface IDelivery
{
    /// <param name="leasedAt">When it was leased, as a timestamp of the process's clock.</param>
    /// <exception cref="Exception">It did not come to its end, and may be tried again.</exception>
    Task<Answer> DeliverAsync(LeasedMessage leased, long leasedAt);
}

/// <summary>By calls of the grains, within the lease.</summary>
/// <param name="time">The clock that leases and calls are measured by.</param>
public sealed class GrainDelivery(IGrainFactory grains, DispatcherOptions options, TimeProvider time) : IDelivery
{
    public async Task<Answer> DeliverAsync(LeasedMessage leased, long leasedAt)
    {
        var message = leased.Message;
        var answer = await Routes.TellAsync(grains, message);
        if (time.GetElapsedTime(leasedAt) > options.Lease - options.Call)
            throw new TimeoutException("The answer came so late that the lease could end before it is brought back; the next lease gets it at once.");
        await Routes.SettleAsync(grains, message.Source, new(message.Id, message.Target, answer));
        return answer;
    }
}
