using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignEvent
{
    [EventName("inspector-replaced")]
    public sealed record InspectorReplaced(string Inspected, string Inspector, string By, DecisionReference Decision, string Reason) : CampaignEvent;
}
