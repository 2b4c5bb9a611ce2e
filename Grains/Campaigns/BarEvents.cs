using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignEvent
{
    [EventName("bar-noted")]
    public sealed record BarNoted(Bar Bar) : CampaignEvent;

    [EventName("lifting-noted")]
    public sealed record LiftingNoted(Lifting Lifting) : CampaignEvent;
}
