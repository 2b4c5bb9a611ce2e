using System.Diagnostics;
using ClusterActors.Journal;

namespace ClusterActors.Silo.Telemetry;

/// <summary>
/// A delivery is a trace of its own with a link to the append that sent the message: a year's chain of messages would otherwise
/// be one trace that never ends.
/// </summary>
internal sealed class ObservedDelivery(IDelivery delivery, Instruments instruments) : IDelivery
{
    public async Task<Answer> DeliverAsync(LeasedMessage leased, long leasedAt)
    {
        var message = leased.Message;
        using var span = Begin(leased);
        instruments.DeliveryTries.Record(leased.Tries);
        try
        {
            var answer = await delivery.DeliverAsync(leased, leasedAt);
            TagList outcome = answer is Answer.Refused refused
                ? new([new(Attributes.Outcome, "refused"), new(Attributes.Error, refused.Code)])
                : new([new(Attributes.Outcome, "accepted")]);
            instruments.Deliveries.Add(1, outcome);
            foreach (var (name, value) in outcome)
                span?.SetTag(name, value);
            return answer;
        }
        catch (Exception fault)
        {
            instruments.Deliveries.Add(1, new(Attributes.Outcome, Attributes.Fault), new(Attributes.Error, Attributes.CodeOf(fault)));
            span.Failed(fault);
            throw;
        }
    }

    private static Activity? Begin(LeasedMessage leased)
    {
        ActivityLink[] links = ActivityContext.TryParse(leased.Message.Trace, null, isRemote: true, out var sent) ? [new(sent)] : [];
        return Instruments.Source.StartActivity(
            "deliver",
            ActivityKind.Consumer,
            parentContext: default,
            [new("messaging.message.id", leased.Message.Id), new("clusteractors.try", leased.Tries)],
            links);
    }
}
