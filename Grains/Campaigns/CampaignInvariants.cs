namespace ClusterActors.Campaigns;

/// <summary>What must hold of a year from one event to the next.</summary>
public static class CampaignInvariants
{
    public static BrokenInvariant? Broken(CampaignState before, CampaignEvent e, CampaignState after) =>
        before is CampaignState.Opened was && after is CampaignState.Opened now && now.Phase < was.Phase && !IsReturned(was, e, now)
            ? new(10, $"{now.Key} goes from {was.Phase} back to {now.Phase}")
            : null;

    private static bool IsReturned(CampaignState.Opened was, CampaignEvent e, CampaignState.Opened now) =>
        e is CampaignEvent.PhaseReturned { Reason.Length: > 0 } r && r.From == was.Phase && r.To == now.Phase && now.Phase == ReturnDecider.Before(was.Regulation, was.Phase);
}
