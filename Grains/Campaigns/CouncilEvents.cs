using ClusterActors.Academy;
using ClusterActors.Councils;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignEvent
{
    /// <summary>The Academy's council has voted, for the first time or anew.</summary>
    [EventName("council-noted")]
    public sealed record CouncilNoted(Award Award, string School, CouncilAdvice Advice) : CampaignEvent;
}
