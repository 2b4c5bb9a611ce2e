using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignEvent
{
    /// <param name="Before">The last day until then.</param>
    /// <param name="Day">The last day since then.</param>
    /// <param name="School">Whose people did it; null: the Academy.</param>
    [EventName("deadline-extended")]
    public sealed record DeadlineExtended(Step Step, DateOnly Before, DateOnly Day, string? School, string Reason) : CampaignEvent;
}
