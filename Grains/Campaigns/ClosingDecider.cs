using ClusterActors.Academy;
using ClusterActors.Clusters;

namespace ClusterActors.Campaigns;

/// <summary>From the year-end conference (hội nghị tổng kết) to the closing of the year.</summary>
internal static class ClosingDecider
{
    public static Decision<CampaignEvent> HoldConference(CampaignState.Opened c, CampaignCommand.HoldConference hold, Context context)
    {
        var (tooLate, late) = CampaignChecks.Punctuality(c.DeadlineOf(Step.Conference), context);
        var undecided = c.Regulation.Votes.Select(v => v.Award).Where(award => !VoteRounds.IsOver(c, award)).ToList();
        return c.Head(context.Actor)
            ?? c.In(Phase.Ranked)
            ?? ProgrammeDecider.Missing(c, Phase.Nominated)
            ?? Minutes(c, hold.HeldOn, hold.Host, hold.Attending, context)
            ?? Check.When(undecided.Count > 0, RefusalCode.VotesMissing, $"The vote on {string.Join(" and ", undecided)} is not decided.")
            ?? tooLate
            ?? Held(c, hold, late);
    }

    /// <summary>Where and when it was held, and who came: members of that day, and whoever stands in the minutes already.</summary>
    public static Refusal? Minutes(CampaignState.Opened c, DateOnly heldOn, string host, EquatableList<string> attending, Context context) =>
        Check.Past(heldOn, "conference", context)
        ?? attending.Prepend(host).Where(school => c.Conference is not { } held || (held.Host != school && !held.Attending.Contains(school)))
            .Select(school => c.MemberOn(school, heldOn)).FirstOrDefault(r => r is not null)
        ?? Check.When(attending.Count == 0 || attending.Distinct().Count() != attending.Count, RefusalCode.MembersInvalid, "Attending schools are named, each once.");

    /// <summary>What the cluster has proposed is a fact of the cluster's: it is noted.</summary>
    public static Decision<CampaignEvent> NoteProposed(CampaignState.Opened c, CampaignCommand.NoteProposedOfficers note, Context context) =>
        Rights.System(context.Actor, new ClusterKey(c.Key.Cluster).ToString())
        ?? c.In(Phase.Nominated)
        ?? Accept(new CampaignEvent.ProposedOfficersNoted(note.Officers));

    public static Decision<CampaignEvent> Recognise(CampaignState.Opened c, CampaignCommand.RecogniseOfficers recognise, Context context) =>
        Rights.Official(context.Actor)
        ?? (recognise.Instead is null ? c.In(Phase.OfficersProposed) : c.In(Phase.Nominated, Phase.OfficersProposed, Phase.OfficersRecognised))
        ?? CampaignChecks.Decision(recognise.Decision, context)
        ?? CampaignChecks.Reason(recognise.Reason, again: recognise.Instead is not null)
        ?? (recognise.Instead is { } others ? Instead(c, others) : null)
        ?? Clusters.BarDecider.Unbarred(recognise.Instead ?? c.Proposed!, c.Barred(BarredFrom.Posts))
        ?? Accept(new CampaignEvent.OfficersRecognised(recognise.Instead ?? c.Proposed!, recognise.Decision, recognise.Reason, recognise.Instead is null ? null : c.Proposed));

    public static Decision<CampaignEvent> NoteHandover(CampaignState.Opened c, CampaignCommand.NoteHandover note, Context context) =>
        Rights.System(context.Actor, new ClusterKey(c.Key.Cluster).ToString())
        ?? c.In(Phase.OfficersRecognised)
        ?? Accept(new CampaignEvent.HandoverNoted(note.Head, note.Officers));

    public static Decision<CampaignEvent> Close(CampaignState.Opened c, Context context) =>
        Rights.Official(context.Actor)
        ?? c.In(Phase.HandedOver)
        ?? Check.When(NominationDecider.Undecided(c).Any(), RefusalCode.NominationsUndecided, "The Academy has not decided on every nomination.")
        ?? Accept(new CampaignEvent.YearClosed());

    /// <summary>A year that is ended where it stands has what was published, and nothing more.</summary>
    public static Decision<CampaignEvent> End(CampaignState.Opened c, CampaignCommand.EndYear end, Context context) =>
        Rights.Official(context.Actor)
        ?? Check.When(c.Phase == Phase.Closed, RefusalCode.WrongPhase, "The year is closed.")
        ?? Check.When(NominationDecider.Undecided(c).Any(), RefusalCode.NominationsUndecided, "The Academy has not decided on every nomination.")
        ?? CampaignChecks.Decision(end.Decision, context)
        ?? Check.Text(end.Reason, "reason", 1000)
        ?? Accept(new CampaignEvent.YearEnded(end.Decision, end.Reason));

    public static Decision<CampaignEvent> NoteDissolution(CampaignState.Opened c, CampaignCommand.ApplyDissolution apply, Context context) =>
        Rights.System(context.Actor, new ClusterKey(c.Key.Cluster).ToString()) ?? Accept(new CampaignEvent.DissolutionNoted(apply.Dissolution));

    /// <summary>The cluster hears of a year that was ended, and of every closed one when it is being dissolved.</summary>
    public static IEnumerable<Outgoing> React(CampaignState.Opened c, CampaignEvent e) =>
        c.Phase == Phase.Closed && (e is CampaignEvent.YearEnded || (c.Dissolution is not null && e is CampaignEvent.YearClosed or CampaignEvent.DissolutionNoted))
            ? [Outgoing.To<ClusterCommand>(new ClusterKey(c.Key.Cluster), new ClusterCommand.NoteClosing(c.Key.Year))]
            : [];

    /// <summary>The Academy has put other officers into office in the running year.</summary>
    public static Decision<CampaignEvent> Apply(CampaignState.Opened c, CampaignCommand.ApplyOfficers apply, Context context) =>
        Rights.System(context.Actor, new ClusterKey(c.Key.Cluster).ToString()) ?? Accept(new CampaignEvent.OfficersChanged(apply.Officers, c.Officers));

    // Next year's officers are of the members there are now, whoever is on this year's roll.
    private static Refusal? Instead(CampaignState.Opened c, Officers others) =>
        Check.When(others.Year != c.Key.Year + 1, RefusalCode.OfficersInvalid, $"The officers to be recognised are those of {c.Key.Year + 1}.")
        ?? OfficersDecider.Sound(others, c.Members ?? c.Roll);

    // Who has been barred since the vote was opened is not nominated, and nobody moves up.
    private static Decision<CampaignEvent> Held(CampaignState.Opened c, CampaignCommand.HoldConference hold, bool late)
    {
        var (chosen, barred) = (Nominations(c), c.Barred(BarredFrom.Review));
        var withheld = chosen.Where(n => barred.Contains(n.School)).ToEquatableList();
        return new CampaignEvent.ConferenceHeld(
            hold.HeldOn, hold.Host, hold.Attending, chosen.Where(n => !barred.Contains(n.School)).ToEquatableList(), withheld.Count == 0 ? null : withheld, late);
    }

    private static EquatableList<Nomination> Nominations(CampaignState.Opened c) =>
        VoteDecider.Valid(c).SelectMany(v => v.Outcome!.Chosen.Select(school => new Nomination(v.Rules.Award, school))).ToEquatableList();

    private static Decision<CampaignEvent> Accept(CampaignEvent e) => e;
}
