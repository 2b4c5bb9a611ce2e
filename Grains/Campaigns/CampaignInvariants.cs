namespace ClusterActors.Campaigns;

/// <summary>What must hold of a year from one event to the next.</summary>
public static class CampaignInvariants
{
    public static BrokenInvariant? Broken(CampaignState before, CampaignState after) =>
        before is CampaignState.Opened was && after is CampaignState.Opened now && now.Phase < was.Phase
            ? new(10, $"{now.Key} goes from {was.Phase} back to {now.Phase}")
            : null;
}
