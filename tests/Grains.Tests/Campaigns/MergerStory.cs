using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Clusters;
using static ClusterActors.Tests.Academy.SampleRegulation;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

/// <summary>Schools of cluster 8 are merged while its year is open; a school called "new" was founded for it.</summary>
internal static class MergerStory
{
    public const string New = "new";

    public static readonly DecisionReference Decision = new("07-QĐ/TU", Moment.Day("2020-07-01"));

    public static readonly MembershipRules Generous = new(
        Sourced(PactPolicy.CarriedOnceInForce), Sourced(ScorePolicy.SuccessorInherits), Sourced(InspectionPolicy.SuccessorInspects),
        Sourced(true), Sourced(VotePolicy.SuccessorTakesPlace), Sourced(PostPolicy.DeputyActs));

    public static Regulation Ruled(MembershipRules? rules) => SampleRegulation.Of(2020) with { Membership = rules };

    /// <param name="schools">Those that are no more.</param>
    public static CampaignCommand.ApplyMerger Into(string successor, params string[] schools) => new(
        new(schools.ToEquatableList(), successor, successor == "elsewhere" ? "9" : "8", Roll.Contains(successor) ? "8" : null, Decision.IssuedOn, Decision, "Hợp nhất tỉnh"), null);

    public static Campaign0 Merged(this Campaign0 given, string successor, params string[] schools) => given.And(Cluster, Into(successor, schools));

    /// <summary>From wherever the year stands, everybody does what is left to do, and the Academy closes it.</summary>
    public static Campaign0 BroughtToItsEnd(Campaign0 given)
    {
        for (var steps = 0; StateOf(given).Phase != Phase.Closed; steps++)
        {
            Assert.True(steps < 200, $"The year stands still in {StateOf(given).Phase}.");
            given = Next(given, StateOf(given));
        }

        return given;
    }

    private static Campaign0 Next(Campaign0 given, CampaignState.Opened c) => c.Phase switch
    {
        Phase.Guided => given.And(Leader(c), Proposal),
        Phase.PactOpen => c.Roll.First(school => c.Pact.Signatures.All(s => s.School != school)) is var school
            ? given.And(Who.Principal(school), new CampaignCommand.SignPact(school, Moment.Day("2020-02-24"), c.Pact.Draft))
            : given,
        Phase.Running => given.And(Leader(c), Review with { Host = c.Roll[0] }),
        Phase.MidYearReviewed => given.And(Leader(c), new CampaignCommand.OpenSelfScoring()),
        Phase.SelfScoring => c.Roll.FirstOrDefault(school => c.SheetOf(school) is null) is { } missing
            ? given.And(Who.Officer(missing), new CampaignCommand.SubmitSelfScores(missing, SheetOf(missing)))
            : given.And(Leader(c), new CampaignCommand.OpenCrossInspection(c.Regulation.Inspection.Relaxations!.Value)),
        Phase.Drawing => Drawing(given, c),
        Phase.CrossInspection => Inspection(given, c),
        Phase.Ranked => Votes(given, c),
        Phase.Nominated => given.And(Cluster, new CampaignCommand.NoteProposedOfficers(new(2021, c.Roll[0], []))),
        Phase.OfficersProposed => given.And(Who.Official, new CampaignCommand.RecogniseOfficers(Recognition)),
        Phase.OfficersRecognised => given.And(Cluster, new CampaignCommand.NoteHandover(c.Roll[0])),
        _ => c.Nominations.FirstOrDefault(n => n.State == NominationState.Nominated) is { } nomination
            ? given.And(Who.Official, new CampaignCommand.DecideNomination(nomination.Award, nomination.School, false, Appraisal, "Chưa đủ minh chứng"))
            : given.And(Who.Official, new CampaignCommand.CloseYear()),
    };

    // A successor that came while inspectors were being drawn has no sheet: the Academy opens the sheets once more.
    private static Campaign0 Drawing(Campaign0 given, CampaignState.Opened c) =>
        c.Drawing is { Failure: null } drawing ? given.And(Beacon, new CampaignCommand.ReceiveSeed($"campaign:8:2020 cross-inspection {drawing.Attempt}", Drawn))
        : given.And(Who.Official, new CampaignCommand.ReturnPhase(Phase.Drawing, "Vẽ lại"));

    private static Campaign0 Inspection(Campaign0 given, CampaignState.Opened c) =>
        c.OpenItems is [var item, ..] ? given.And(Who.Official, new CampaignCommand.SettleItem(item.Number, item.Choices.FirstOrDefault(), Decision, "Phân công lại"))
        : c.Sheets.FirstOrDefault(s => s.Verified.Count == 0) is { } sheet
            ? given.And(Who.Grain(new InspectionKey("8", 2020, sheet.School)), new CampaignCommand.ReceiveFindings(sheet.School, sheet.SelfScores))
            : given.And(Leader(c), new CampaignCommand.FixRanking());

    private static Campaign0 Votes(Campaign0 given, CampaignState.Opened c)
    {
        if (c.Votes.LastOrDefault() is { Outcome: null } open)
        {
            var committee = open.Committee;
            return open.Count is null
                ? given.And(Who.Officer(committee[0]), new CampaignCommand.RecordCount(open.Number, new(open.Roll.Count, open.Roll.Count, open.Roll.Count, 0, [new(open.Candidates[0], open.Roll.Count)])))
                : given.And(Who.Officer(committee.First(school => school != open.RecordedBy && !open.Confirmations.Contains(school))), new CampaignCommand.ConfirmCount(open.Number, open.Recording));
        }

        return c.Votes.Count < c.Regulation.Votes.Count
            ? given.And(Leader(c), new CampaignCommand.OpenVote(c.Regulation.Votes[c.Votes.Count].Award, c.Roll.Take(3).ToEquatableList()))
            : given.And(Leader(c), new CampaignCommand.HoldConference(Moment.Day("2020-11-12"), c.Roll[0], c.Roll));
    }

    // The cluster tells the year who leads it; here nobody does, and the people of the head's school still act.
    private static Actor Leader(CampaignState.Opened c) => Who.Officer(c.Officers.Head);
}
