using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignEvent
{
    /// <summary>The year goes on without the signatures of some.</summary>
    /// <param name="Missing">Who had not signed by then.</param>
    [EventName("signing-closed")]
    public sealed record SigningClosed(DecisionReference Decision, string Reason, EquatableList<string> Missing) : CampaignEvent;
}
