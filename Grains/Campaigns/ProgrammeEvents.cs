namespace ClusterActors.Campaigns;

public abstract partial record CampaignEvent
{
    [EventName("document-noted")]
    public sealed record DocumentNoted(string Document, int Version) : CampaignEvent;
}
