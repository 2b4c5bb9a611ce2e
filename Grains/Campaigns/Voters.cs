using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>Which members have a vote on an award, by the regulation's <see cref="VoterRule"/>; they are frozen when the vote is opened.</summary>
internal static class Voters
{
    /// <summary>Null: the whole roll.</summary>
    public static EquatableList<string>? Of(CampaignState.Opened c, VoteRules rules) => rules.Voters?.Value switch
    {
        VoterRule.NotBarred => c.Roll.Except(c.Barred(BarredFrom.Review)).ToEquatableList(),
        VoterRule.Registered => c.Roll.Where(school => c.Registrations.Any(r => r.School == school && r.Awards.Contains(rules.Award))).ToEquatableList(),
        _ => null,
    };
}
