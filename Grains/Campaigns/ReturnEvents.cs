namespace ClusterActors.Campaigns;

public abstract partial record CampaignEvent
{
    /// <param name="School">Whose people did it; null: the Academy.</param>
    [EventName("phase-returned")]
    public sealed record PhaseReturned(Phase From, Phase To, string? School, string Reason) : CampaignEvent;
}
