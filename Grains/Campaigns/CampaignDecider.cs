using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Clusters;
using ClusterActors.Inspections;

namespace ClusterActors.Campaigns;

/// <summary>
/// The order of the year. Each document has a decider of its own: <see cref="ProgrammeDecider"/>, <see cref="RegistrationDecider"/>, <see cref="PactDecider"/>, <see cref="DeadlineDecider"/>,
/// <see cref="ReturnDecider"/>, <see cref="ScoringDecider"/>, <see cref="ReplacementDecider"/>, <see cref="VoteDecider"/>, <see cref="ClosingDecider"/>, <see cref="NominationDecider"/>, <see cref="CouncilAdvisor"/>;
/// mergers have <see cref="MembershipDecider"/>, bars <see cref="BarDecider"/>, the national standard <see cref="StandardSchoolDecider"/>.
/// </summary>
public static class CampaignDecider
{
    public static Aggregate<CampaignState, CampaignCommand, CampaignEvent> Aggregate { get; } =
        new(new CampaignState.Unopened(), Decide, CampaignState.Evolve, React, CampaignViews.Of)
        {
            Broken = CampaignInvariants.Broken,
            Publishes = e => e is CampaignEvent.PactTookEffect or CampaignEvent.RankingFixed or CampaignEvent.VoteDecided
                or CampaignEvent.ConferenceHeld or CampaignEvent.AwardGranted or CampaignEvent.AwardRevoked or CampaignEvent.ScoresCorrected or CampaignEvent.VoteAnnulled or CampaignEvent.ConferenceCorrected or CampaignEvent.YearClosed or CampaignEvent.YearEnded,
        };

    public static Decision<CampaignEvent> Decide(CampaignState state, CampaignCommand command, Context context) => (state, command) switch
    {
        (CampaignState.Unopened, CampaignCommand.Open open) => Open(open, context),
        (CampaignState.Unopened, _) => new Refusal(RefusalCode.NotFound, $"There is no '{context.Stream}'."),
        (CampaignState.Opened, CampaignCommand.Open) => new Refusal(RefusalCode.YearAlreadyOpen, "The year is open already."),
        (CampaignState.Opened c, CampaignCommand.NoteDocument note) => ProgrammeDecider.Note(c, note, context),
        (CampaignState.Opened c, CampaignCommand.NoteProgress note) => StandardSchoolDecider.Note(c, note, context),
        (CampaignState.Opened c, CampaignCommand.RegisterForAwards register) => RegistrationDecider.Register(c, register, context),
        (CampaignState.Opened c, CampaignCommand.ProposePact propose) => PactDecider.Propose(c, propose, context),
        (CampaignState.Opened c, CampaignCommand.SignPact sign) => PactDecider.Sign(c, sign, context),
        (CampaignState.Opened c, CampaignCommand.CloseSigning close) => PactDecider.Close(c, close, context),
        (CampaignState.Opened c, CampaignCommand.RecordMidYearReview review) => PactDecider.Review(c, review, context),
        (CampaignState.Opened c, CampaignCommand.ExtendDeadline extend) => DeadlineDecider.Extend(c, extend, context),
        (CampaignState.Opened c, CampaignCommand.ReturnPhase back) => ReturnDecider.Return(c, back, context),
        (CampaignState.Opened c, CampaignCommand.OpenSelfScoring) => ScoringDecider.Open(c, context),
        (CampaignState.Opened c, CampaignCommand.SubmitSelfScores submit) => ScoringDecider.Submit(c, submit, context),
        (CampaignState.Opened c, CampaignCommand.OpenCrossInspection open) => ScoringDecider.CloseSheets(c, open, context),
        (CampaignState.Opened c, CampaignCommand.ReceiveFindings findings) => ScoringDecider.Receive(c, findings, context),
        (CampaignState.Opened c, CampaignCommand.ReplaceInspector replace) => ReplacementDecider.Replace(c, replace, context),
        (CampaignState.Opened c, CampaignCommand.FixRanking) => ScoringDecider.FixRanking(c, context),
        (CampaignState.Opened c, CampaignCommand.OpenVote open) => VoteDecider.Open(c, open, context),
        (CampaignState.Opened c, CampaignCommand.RecordCount record) => PaperVoteDecider.Record(c, record, context),
        (CampaignState.Opened c, CampaignCommand.ConfirmCount confirm) => PaperVoteDecider.Confirm(c, confirm, context),
        (CampaignState.Opened c, CampaignCommand.VoteOpenly vote) => OpenVoteDecider.Vote(c, vote, context),
        (CampaignState.Opened c, CampaignCommand.CloseOpenVote close) => OpenVoteDecider.Close(c, close, context),
        (CampaignState.Opened c, CampaignCommand.HoldConference hold) => ClosingDecider.HoldConference(c, hold, context),
        (CampaignState.Opened c, CampaignCommand.NoteProposedOfficers note) => ClosingDecider.NoteProposed(c, note, context),
        (CampaignState.Opened c, CampaignCommand.RecogniseOfficers recognise) => ClosingDecider.Recognise(c, recognise, context),
        (CampaignState.Opened c, CampaignCommand.NoteHandover note) => ClosingDecider.NoteHandover(c, note, context),
        (CampaignState.Opened c, CampaignCommand.DecideNomination decide) => NominationDecider.Decide(c, decide, context),
        (CampaignState.Opened c, CampaignCommand.NoteReservation note) => NominationDecider.Note(c, note, context),
        (CampaignState.Opened c, CampaignCommand.NoteCouncil note) => CouncilAdvisor.Note(c, note, context),
        (CampaignState.Opened c, CampaignCommand.RevokeAward revoke) => NominationDecider.Revoke(c, revoke, context),
        (CampaignState.Opened c, CampaignCommand.DeclareConflict declare) => ScoringDecider.DeclareConflict(c, declare, context),
        (CampaignState.Opened c, CampaignCommand.WithdrawConflict withdraw) => ScoringDecider.WithdrawConflict(c, withdraw, context),
        (CampaignState.Opened c, CampaignCommand.ReceiveSeed receive) => Receive(c, receive, context),
        (CampaignState.Opened c, CampaignCommand.CorrectScores correct) => CorrectionDecider.Correct(c, correct, context),
        (CampaignState.Opened c, CampaignCommand.CorrectConference correct) => CorrectionDecider.Correct(c, correct, context),
        (CampaignState.Opened c, CampaignCommand.AnnulVote annul) => VoteDecider.Annul(c, annul, context),
        (CampaignState.Opened c, CampaignCommand.ApplyOfficers apply) => ClosingDecider.Apply(c, apply, context),
        (CampaignState.Opened c, CampaignCommand.EndYear end) => ClosingDecider.End(c, end, context),
        (CampaignState.Opened c, CampaignCommand.ApplyMerger apply) => MembershipDecider.Apply(c, apply, context),
        (CampaignState.Opened c, CampaignCommand.NoteMembers note) => MembershipDecider.Note(c, note, context),
        (CampaignState.Opened c, CampaignCommand.SettleItem settle) => MembershipDecider.Settle(c, settle, context),
        (CampaignState.Opened c, CampaignCommand.ApplyBar apply) => BarDecider.Apply(c, apply.Bar, context.Actor),
        (CampaignState.Opened c, CampaignCommand.ApplyLifting apply) => BarDecider.Apply(c, apply.Lifting, context.Actor),
        (CampaignState.Opened c, CampaignCommand.ApplyDissolution apply) => ClosingDecider.NoteDissolution(c, apply, context),
        (CampaignState.Opened c, CampaignCommand.CloseYear) => ClosingDecider.Close(c, context),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static Decision<CampaignEvent> Open(CampaignCommand.Open open, Context context)
    {
        var key = CampaignKey.Parse(context.Stream);
        return Rights.System(context.Actor, new ClusterKey(key.Cluster).ToString())
            ?? (Decision<CampaignEvent>)new CampaignEvent.Opened(key.Cluster, open.Regulation, open.Guidance, open.Roll, open.Officers, open.LastYear, open.Bars);
    }

    // A seed is a fact; what it was asked for may have gone another way meanwhile.
    private static Decision<CampaignEvent> Receive(CampaignState.Opened c, CampaignCommand.ReceiveSeed receive, Context context)
    {
        if (Rights.System(context.Actor, new BeaconKey(c.Key.Cluster).ToString()) is { } refusal)
            return refusal;
        if (c is { Phase: Phase.Drawing, Drawing: { Failure: null } drawing } && receive.Purpose == ScoringDecider.Purpose(c.Key, drawing.Attempt))
            return ScoringDecider.DrawInspectors(c, drawing, receive.Seed);
        return c.Votes.FirstOrDefault(v => v is { LotAsked: true, Outcome: null, Annulled: false } && receive.Purpose == VoteDecider.Purpose(c.Key, v.Number)) is { } vote
            ? VoteDecider.DrawLot(c, vote, receive.Seed)
            : new Refusal(RefusalCode.SeedNotAsked, $"Nothing awaits a seed for '{receive.Purpose}'.");
    }

    private static Outgoing Ask(CampaignState.Opened c, string purpose) =>
        Outgoing.To<BeaconCommand>(new BeaconKey(c.Key.Cluster), new BeaconCommand.DrawSeed(purpose));

    private static IEnumerable<Outgoing> React(CampaignState state, CampaignEvent e) => (state, e) switch
    {
        (CampaignState.Opened c, CampaignEvent.InspectionsDrawn drawn) => c.Sheets.Select(sheet => Outgoing.To<InspectionCommand>(
            new InspectionKey(c.Key.Cluster, c.Key.Year, sheet.School),
            InspectionSuccession.Assignment(c, sheet)))
            .Append(InspectionSuccession.Noted(c)),
        (CampaignState.Opened c, CampaignEvent.SheetsClosed closed) => [Ask(c, ScoringDecider.Purpose(c.Key, closed.Attempt))],
        (CampaignState.Opened c, CampaignEvent.LotAsked lot) => [Ask(c, VoteDecider.Purpose(c.Key, lot.Vote))],
        (CampaignState.Opened c, CampaignEvent.ConferenceHeld) =>
            [
                Outgoing.To<ClusterCommand>(new ClusterKey(c.Key.Cluster), new ClusterCommand.ProposeOfficers(c.Key.Year + 1, c.Regulation.Officers, c.Ranking)),
                .. CouncilAdvisor.React(c, e),
            ],
        (CampaignState.Opened c, CampaignEvent.OfficersRecognised recognised) =>
            [Outgoing.To<ClusterCommand>(new ClusterKey(c.Key.Cluster), new ClusterCommand.ApplyRecognition(recognised.Officers, recognised.Decision))],
        (CampaignState.Opened c, CampaignEvent.DeadlineExtended extended) => DeadlineDecider.React(c, extended),
        (CampaignState.Opened c, CampaignEvent.PhaseReturned returned) => ReturnDecider.React(c, returned),
        (CampaignState.Opened c, CampaignEvent.InspectorReplaced replaced) => ReplacementDecider.React(c, replaced),
        (CampaignState.Opened c, CampaignEvent.FindingsReceived findings) => ReplacementDecider.React(c, findings),
        (CampaignState.Opened c, _) => [.. NominationDecider.React(c, e), .. CouncilAdvisor.React(c, e), .. SchoolReports.React(c, e), .. ProgrammeDecider.React(c, e), .. ActivitiesNews.React(c, e), .. ClosingDecider.React(c, e), .. InspectionSuccession.React(c, e)],
        _ => [],
    };
}
