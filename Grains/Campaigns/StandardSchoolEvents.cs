using ClusterActors.Standards;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignEvent
{
    [EventName("progress-noted")]
    public sealed record ProgressNoted(AssessmentProgress Progress) : CampaignEvent;
}
