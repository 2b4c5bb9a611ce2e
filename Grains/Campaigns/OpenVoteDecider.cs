using ClusterActors.Academy;
using ClusterActors.Ballots;

namespace ClusterActors.Campaigns;

/// <summary>An award's vote by name; the head closes it.</summary>
internal static class OpenVoteDecider
{
    public static Decision<CampaignEvent> Vote(CampaignState.Opened c, CampaignCommand.VoteOpenly open, Context context)
    {
        if (VoteDecider.Undecided(c, open.Vote, VoteMethod.Open) is { } refusal)
            return refusal;
        var vote = c.VoteOf(open.Vote)!;
        return (vote.Roll.Contains(open.School) ? null : c.Member(open.School) ?? new(RefusalCode.NotAMember, $"School '{open.School}' is not on the roll of vote {vote.Number}: it was no member when the vote was opened, or has no vote by its rules."))
            ?? OpenBallot.Vote(vote, open.School, open.Choices, vote.Rules.SelfVote.Value, context.Actor)
            ?? Accept(new CampaignEvent.VotedOpenly(vote.Number, open.School, open.Choices));
    }

    public static Decision<CampaignEvent> Close(CampaignState.Opened c, CampaignCommand.CloseOpenVote close, Context context)
    {
        if ((c.Head(context.Actor) ?? VoteDecider.Undecided(c, close.Vote, VoteMethod.Open)) is { } refusal)
            return refusal;
        return VoteDecider.End(c, c.VoteOf(close.Vote)!);
    }

    private static Decision<CampaignEvent> Accept(CampaignEvent e) => e;
}
