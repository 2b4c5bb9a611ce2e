namespace ClusterActors.Campaigns;

/// <summary>From the year-end conference (hội nghị tổng kết) to the closing of the year.</summary>
internal static class ClosingDecider
{
    public static Decision<CampaignEvent> HoldConference(CampaignState.Opened c, CampaignCommand.HoldConference hold, Context context)
    {
        var undecided = c.Regulation.Votes.Select(v => v.Award).Where(award => VoteDecider.OutcomeOf(c, award) is null).ToList();
        return c.Head(context.Actor)
            ?? c.In(Phase.Ranked)
            ?? Check.Past(hold.HeldOn, "conference", context)
            ?? c.Member(hold.Host)
            ?? hold.Attending.Select(c.Member).FirstOrDefault(r => r is not null)
            ?? Check.When(hold.Attending.Count == 0 || hold.Attending.Distinct().Count() != hold.Attending.Count, RefusalCode.MembersInvalid, "Attending schools are named, each once.")
            ?? Check.When(undecided.Count > 0, RefusalCode.VotesMissing, $"The vote on {string.Join(" and ", undecided)} is not decided.")
            ?? Accept(new CampaignEvent.ConferenceHeld(hold.HeldOn, hold.Host, hold.Attending, Nominations(c)));
    }

    /// <summary>What the cluster has proposed is a fact of the cluster's: it is noted.</summary>
    public static Decision<CampaignEvent> NoteProposed(CampaignState.Opened c, CampaignCommand.NoteProposedOfficers note, Context context) =>
        Rights.System(context.Actor, new ClusterKey(c.Key.Cluster).ToString())
        ?? c.In(Phase.Nominated)
        ?? Accept(new CampaignEvent.ProposedOfficersNoted(note.Officers));

    public static Decision<CampaignEvent> Recognise(CampaignState.Opened c, CampaignCommand.RecogniseOfficers recognise, Context context) =>
        Rights.Official(context.Actor)
        ?? c.In(Phase.OfficersProposed)
        ?? Check.Text(recognise.Decision.Number, "decision number", 100)
        ?? Check.Past(recognise.Decision.IssuedOn, "decision", context)
        ?? Accept(new CampaignEvent.OfficersRecognised(c.Proposed!, recognise.Decision));

    public static Decision<CampaignEvent> NoteHandover(CampaignState.Opened c, CampaignCommand.NoteHandover note, Context context) =>
        Rights.System(context.Actor, new ClusterKey(c.Key.Cluster).ToString())
        ?? c.In(Phase.OfficersRecognised)
        ?? Accept(new CampaignEvent.HandoverNoted(note.Head));

    public static Decision<CampaignEvent> Close(CampaignState.Opened c, Context context) =>
        Rights.Official(context.Actor) ?? c.In(Phase.HandedOver) ?? Accept(new CampaignEvent.YearClosed());

    private static EquatableList<Nomination> Nominations(CampaignState.Opened c) =>
        c.Votes.SelectMany(v => v.Outcome!.Chosen.Select(school => new Nomination(v.Rules.Award, school))).ToEquatableList();

    private static Decision<CampaignEvent> Accept(CampaignEvent e) => e;
}
