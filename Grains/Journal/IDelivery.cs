namespace ClusterActors.Journal;

/// <summary>One way of a message: to its target, and with the answer back to its sender.</summary>
public interface IDelivery
{
    /// <exception cref="Exception">It did not come to its end, and may be tried again.</exception>
    Task<Answer> DeliverAsync(LeasedMessage leased);
}

/// <summary>By calls of the grains.</summary>
public sealed class GrainDelivery(IGrainFactory grains) : IDelivery
{
    public async Task<Answer> DeliverAsync(LeasedMessage leased)
    {
        var message = leased.Message;
        var answer = await Routes.TellAsync(grains, message);
        await Routes.SettleAsync(grains, message.Source, new(message.Id, message.Target, answer));
        return answer;
    }
}
