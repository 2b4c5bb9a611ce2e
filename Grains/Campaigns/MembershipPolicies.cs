using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>The policies of a year. A regulation without any leaves nothing to a successor and decides nothing by itself.</summary>
internal sealed record MembershipPolicies(
    PactPolicy Pact, ScorePolicy Scores, InspectionPolicy Inspections, bool FewerInspectors, VotePolicy Vote, PostPolicy Posts, ElectionPolicy Election)
{
    private static readonly MembershipPolicies None =
        new(PactPolicy.SignedAnew, ScorePolicy.PredecessorOut, InspectionPolicy.Decided, false, VotePolicy.PlaceLapses, PostPolicy.DeputyActs, ElectionPolicy.RoundAgain);

    public static MembershipPolicies Of(Regulation? regulation) => Of(regulation?.Membership);

    public static MembershipPolicies Of(MembershipRules? rules) => rules is { } m
        ? new(m.Pact.Value, m.Scores.Value, m.Inspections.Value, m.FewerInspectors.Value, m.Vote.Value, m.Posts.Value, m.Election?.Value ?? None.Election)
        : None;

    /// <summary>
    /// How many inspect each school. A ring of n schools without reciprocal pairs has at most (n - 1) / 2, whether schools left it this year or
    /// it has been so short from the beginning.
    /// </summary>
    public static int InspectorsOf(CampaignState.Opened c)
    {
        var ruled = c.Regulation.Inspection.Inspectors.Value;
        return Of(c.Regulation).FewerInspectors ? Math.Min(ruled, Math.Max(1, (c.Roll.Count - 1) / 2)) : ruled;
    }
}
