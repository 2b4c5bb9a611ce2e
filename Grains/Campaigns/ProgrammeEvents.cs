using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignEvent
{
    [EventName("document-noted")]
    public sealed record DocumentNoted(string Document, int Version) : CampaignEvent;

    [EventName("awards-registered")]
    public sealed record AwardsRegistered(string School, EquatableList<Award> Awards, bool Late, string? Reason) : CampaignEvent;
}
