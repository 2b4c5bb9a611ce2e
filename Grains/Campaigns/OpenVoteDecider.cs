using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>A vote by name, labelled open everywhere it is shown. One school, one vote, which stands once given.</summary>
internal static class OpenVoteDecider
{
    public static Decision<CampaignEvent> Vote(CampaignState.Opened c, CampaignCommand.VoteOpenly open, Context context)
    {
        if (VoteDecider.Undecided(c, open.Vote, VoteMethod.Open) is { } refusal)
            return refusal;
        var vote = c.VoteOf(open.Vote)!;
        var stranger = open.Choices.FirstOrDefault(choice => !vote.Candidates.Contains(choice));
        return c.Member(open.School)
            ?? Rights.Principal(context.Actor, open.School)
            ?? Check.When(vote.Choices.Any(v => v.School == open.School), RefusalCode.AlreadyVoted, $"School '{open.School}' has voted.")
            ?? Check.When(stranger is not null, RefusalCode.CandidateUnknown, $"School '{stranger}' is no candidate.")
            ?? Check.When(
                open.Choices.Count > vote.Rules.Quota.Value || open.Choices.Distinct().Count() != open.Choices.Count,
                RefusalCode.MarksBeyondQuota,
                $"At most {vote.Rules.Quota.Value} different schools can be chosen.")
            ?? Check.When(
                !vote.Rules.SelfVote.Value && open.Choices.Contains(open.School), RefusalCode.SelfVote, "The regulation lets no school vote for itself.")
            ?? Accept(new CampaignEvent.VotedOpenly(vote.Number, open.School, open.Choices));
    }

    public static Decision<CampaignEvent> Close(CampaignState.Opened c, CampaignCommand.CloseOpenVote close, Context context)
    {
        if ((c.Head(context.Actor) ?? VoteDecider.Undecided(c, close.Vote, VoteMethod.Open)) is { } refusal)
            return refusal;
        return VoteDecider.End(c, c.VoteOf(close.Vote)!);
    }

    public static EquatableList<Marks> MarksOf(Vote vote) =>
        vote.Candidates.Select(school => new Marks(school, vote.Choices.Count(v => v.Choices.Contains(school)))).Where(m => m.Count > 0).ToEquatableList();

    private static Decision<CampaignEvent> Accept(CampaignEvent e) => e;
}
