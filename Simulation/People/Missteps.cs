using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Elections;
using ClusterActors.Inspections;
using ClusterActors.Schools;

namespace ClusterActors.Simulation.People;

/// <summary>What people do that they should not: too early, with wrong values. Every refusal of the domain has its cause here or in a race.</summary>
internal sealed class Missteps(Ledger ledger, Cast cast, Script script, Chance chance)
{
    private static readonly DateOnly Then = new(2020, 1, 2);

    /// <summary>Commands that may have their time, but hardly now.</summary>
    public IReadOnlyList<Errand> Hurries(Membership membership)
    {
        var (c, school) = (ledger.State<CampaignState.Opened>(membership.Campaign), chance.Of(membership.Schools));
        var leader = c?.Officers.Head ?? membership.First.Head;
        var head = Cast.Officer(leader);
        return
        [
            Errand.Of(membership.Campaign, head, new CampaignCommand.FixRanking()),
            Errand.Of(membership.Campaign, Cast.Official, new CampaignCommand.CloseYear()),
            Errand.Of(membership.Campaign, head, new CampaignCommand.OpenSelfScoring()),
            Errand.Of(membership.Campaign, head, new CampaignCommand.OpenCrossInspection()),
            Errand.Of(membership.Campaign, head, new CampaignCommand.HoldConference(Then, school, membership.Schools)),
            Errand.Of(membership.Campaign, Cast.Official, new CampaignCommand.RecogniseOfficers(ClusterYear.Decision)),
            Errand.Of(membership.Cluster, Cast.Principal(leader), new ClusterCommand.SignHandover(Year.Of + 1, leader, Then)),
            Errand.Of(membership.Cluster, Cast.Principal(membership.First.Head), new ClusterCommand.OpenYear(Year.Of)),
            Errand.Of(membership.Campaign, Cast.Principal(school), new CampaignCommand.SignPact(school, Then, 1)),
            Errand.Of(membership.Campaign, head, new CampaignCommand.OpenVote(Award.Certificate, membership.Schools.Take(3).ToEquatableList())),
            Errand.Of(membership.Election, head, new ElectionCommand.OpenRound([])),
            .. c is null ? [] : c.Votes.Select(v => Errand.Of(membership.Campaign, Cast.Officer(v.Committee is [var first, ..] ? first : school), new CampaignCommand.ConfirmCount(v.Number, 1))),
        ];
    }

    public IReadOnlyList<Errand> Mistakes(Membership membership)
    {
        if (script.Reorganisation?.Mistakes(membership, Then) is [_, ..] reorganised)
            return reorganised;
        if (script.Council?.Mistakes(Then) is [_, ..] sitting)
            return sitting;
        if (script.Track?.Mistakes(membership) is [_, ..] standards)
            return standards;
        var c = ledger.State<CampaignState.Opened>(membership.Campaign) is { Roll: [_, ..] } opened ? opened : null;
        return chance.Below(6) switch
        {
            0 => AtTheAcademy(membership),
            5 when c is { Phase: <= Phase.CrossInspection } => OfDeadlines(c),
            1 or 2 when c is { Phase: Phase.HandedOver } => [Errand.Of(c.Key, Cast.Official, new CampaignCommand.CloseYear())],
            1 or 2 or 3 when c is { Phase: Phase.Ranked } => OfVotes(c),
            1 or 2 or 3 when ledger.State<ElectionState.Called>(membership.Election) is { Terms.Roll: [_, ..] } e => OfElections(e),
            1 or 2 when c is { Phase: <= Phase.SelfScoring } => OfSheets(c),
            4 when script.UndertakingsOf(membership)?.Mistakes().ToList() is [_, ..] together => together,
            5 when script.ReportingOf(membership).Mistakes() is [_, ..] reports => reports,
            _ when c is not null => OfTheYear(c, membership),
            _ => AtTheAcademy(membership),
        };
    }

    private Errand[] AtTheAcademy(Membership membership)
    {
        var (school, official) = (chance.Of(cast.Schools), Cast.Official);
        return
        [
            Errand.Of(official, new AcademyCommand.RegisterSchool("Not a code", "Trường", "Tỉnh")),
            Errand.Of(official, new AcademyCommand.RegisterSchool("blank", " ", "Tỉnh")),
            Errand.Of(official, new AcademyCommand.RegisterSchool("decomposed", "Tru\u031Bo\u031B\u0300ng", "Ti\u0309nh")),
            Errand.Of(official, new AcademyCommand.RegisterSchool(school, "Trường", "Tỉnh")),
            Errand.Of(official, new AcademyCommand.CorrectSchool("nowhere", "Trường", "Tỉnh", "Sai")),
            Errand.Of(official, new AcademyCommand.FormCluster("7", "Cụm 7", [school, "nowhere"])),
            Errand.Of(official, new AcademyCommand.FormCluster("6", "Cụm 6", [school])),
            .. ledger.State<ClusterState.Formed>(membership.Cluster) is null
                ? Array.Empty<Errand>()
                : [Errand.Of(official, new AcademyCommand.FormCluster("5", "Cụm 5", membership.Schools))],
            Errand.Of(official, new AcademyCommand.IssueGuidance(new(1990, "1/HD", Then))),
            Errand.Of(official, new AcademyCommand.IssueGuidance(new(Year.Of + 1, "2/HD", Then))),
            Errand.Of(official, new AcademyCommand.IssueGuidance(new(Year.Of, "3/HD", new(2099, 1, 1)))),
            Errand.Of(official, new AcademyCommand.IssueRegulation(new Regulations(chance).Of(2100, 3) with { Votes = [] })),
            Errand.Of(new SchoolKey(school), Cast.Principal(school), new SchoolCommand.Appoint("somebody", "king")),
            Errand.Of(new SchoolKey(school), Cast.Principal(school), new SchoolCommand.Dismiss("somebody", Role.Principal, "Nhầm")),
            Errand.Of(new SchoolKey(school), Cast.Principal(school), new SchoolCommand.AuthoriseSubstitute(new("somebody", new(2099, 1, 2), new(2099, 1, 1), "Giấy ủy quyền"))),
            Errand.Of(official, new AcademyCommand.Dismiss("an", "Nhầm")),
            Errand.Of(new SchoolKey(school), official, new SchoolCommand.LoseAward(Award.Flag, Year.Of, ClusterYear.Decision, "Sai")),
            Errand.Of(membership.Cluster, official, new ClusterCommand.OpenYear(2019)),
            Errand.Of(membership.Cluster, official, new ClusterCommand.OverrideOfficers(membership.First with { Year = 2031 }, [], ClusterYear.Decision, "Sai")),
            Errand.Of(membership.Cluster, official, new ClusterCommand.AppointOfficers(membership.First with { Head = "nowhere" }, [], "Sai")),
        ];
    }

    private Errand[] OfSheets(CampaignState.Opened c)
    {
        var (school, other) = (chance.Of(c.Roll), chance.Of(c.Roll));
        var officer = Cast.Officer(school);
        var sheet = script.Sheets.Filled(c, school);
        return
        [
            Submitted([.. sheet.Skip(1)]),
            Submitted([.. sheet, sheet[0]]),
            Submitted([.. sheet.Skip(1), new("unknown", 1)]),
            Submitted([.. sheet.Select(s => s with { Points = s.Points + 100 })]),
            Submitted([.. sheet.Select(s => s with { Points = -1 })]),
            Submitted([.. sheet.Select(s => s with { Points = 0.12345m })]),
            Submitted([.. sheet.Select(s => s with { Entry = new(Target: -1) })]),
            Errand.Of(c.Key, officer, new CampaignCommand.SubmitSelfScores(school, sheet)),
            Errand.Of(c.Key, officer, new CampaignCommand.DeclareConflict(school, school, "Chính mình")),
            .. c.Roll.Select(with => Errand.Of(c.Key, officer, new CampaignCommand.DeclareConflict(school, with, "Không ưa"))).Take(2),
            Errand.Of(c.Key, Cast.Officer(other), new CampaignCommand.WithdrawConflict(other, "nowhere", "Nhầm")),
            Errand.Of(c.Key, Cast.Officer(c.Officers.Head), new CampaignCommand.OpenCrossInspection([Relaxation.Reciprocal, Relaxation.Repeat])),
        ];

        Errand Submitted(EquatableList<Score> wrong) => Errand.Of(c.Key, officer, new CampaignCommand.SubmitSelfScores(school, wrong, "Sửa"));
    }

    private static Errand[] OfDeadlines(CampaignState.Opened c)
    {
        var head = Cast.Officer(c.Officers.Head);
        return
        [
            .. ((Step[])[Step.PactSignature, Step.SelfScores, Step.Findings, Step.Registration]).SelectMany(step => new[]
            {
                Errand.Of(c.Key, Cast.Official, new CampaignCommand.ExtendDeadline(step, Then, "Sai")),
                Errand.Of(c.Key, head, new CampaignCommand.ExtendDeadline(step, new(Year.Of + 1, 12, 31), "Sai")),
            }),
            .. c.Regulation.Deadlines.SelectMany(d => Enumerable.Repeat(
                Errand.Of(c.Key, head, new CampaignCommand.ExtendDeadline(d.Step, c.DeadlineOf(d.Step)!.Day.AddDays(1), "Xin thêm")), 3)),
        ];
    }

    private Errand[] OfVotes(CampaignState.Opened c)
    {
        var (head, school) = (Cast.Officer(c.Officers.Head), chance.Of(c.Roll));
        return
        [
            Errand.Of(c.Key, head, new CampaignCommand.OpenVote(Award.Flag, ["school-1", "school-1", "school-2", "school-3"])),
            Errand.Of(c.Key, head, new CampaignCommand.OpenVote(Award.Certificate, [])),
            Errand.Of(c.Key, head, new CampaignCommand.OpenVote(Award.Certificate, ["school-1"])),
            Errand.Of(c.Key, Cast.Officer(school), new CampaignCommand.RecordCount(99, new(3, 4, 5, 0, []))),
            Errand.Of(c.Key, head, new CampaignCommand.HoldConference(Then, school, c.Roll)),
            .. c.Votes.TakeLast(1).SelectMany(OfVote),
        ];

        IEnumerable<Errand> OfVote(Vote vote)
        {
            var (number, member) = (vote.Number, Cast.Officer(vote.Committee is [.., var last] ? last : school));
            var candidate = vote.Candidates is [var first, ..] ? first : school;
            return
            [
                Errand.Of(c.Key, member, new CampaignCommand.ConfirmCount(number, vote.Recording + 1)),
                Errand.Of(c.Key, member, new CampaignCommand.ConfirmCount(number, vote.Recording)),
                Errand.Of(c.Key, Cast.Visitor(school), new CampaignCommand.RecordCount(number, new(3, 3, 3, 0, []))),
                Errand.Of(c.Key, member, new CampaignCommand.RecordCount(number, new(3, 4, 5, 0, []), "Sai")),
                Errand.Of(c.Key, member, new CampaignCommand.RecordCount(number, new(3, 3, 3, 0, [new("nowhere", 1)]), "Sai")),
                Errand.Of(c.Key, member, new CampaignCommand.RecordCount(number, new(3, 3, 3, 0, [.. vote.Candidates.Take(4).Select(s => new Marks(s, 3))]), "Sai")),
                Errand.Of(c.Key, Cast.Principal(school), new CampaignCommand.VoteOpenly(number, school, [school])),
                Errand.Of(c.Key, Cast.Principal(school), new CampaignCommand.VoteOpenly(number, school, ["nowhere"])),
                Errand.Of(c.Key, Cast.Principal(school), new CampaignCommand.VoteOpenly(number, school, vote.Candidates)),
                .. vote.Choices.Take(1).Select(v => Errand.Of(c.Key, Cast.Principal(v.School), new CampaignCommand.VoteOpenly(number, v.School, [candidate]))),
            ];
        }
    }

    private Errand[] OfElections(ElectionState.Called e)
    {
        var (school, conductor) = (chance.Of(e.Terms.Roll), Cast.Officer(e.Conductor));
        return
        [
            Errand.Of(e.Key, conductor, new ElectionCommand.OpenRound(["school-1"])),
            Errand.Of(e.Key, conductor, new ElectionCommand.OpenRound([])),
            Errand.Of(e.Key, conductor, new ElectionCommand.CloseRound(99)),
            Errand.Of(e.Key, conductor, new ElectionCommand.CloseRound(1)),
            Errand.Of(e.Key, Cast.Officer(school), new ElectionCommand.RecordCount(1, new(3, 4, 5, 0, []))),
            Errand.Of(e.Key, Cast.Principal(school), new ElectionCommand.VoteOpenly(1, school, [school])),
        ];
    }

    private IReadOnlyList<Errand> OfTheYear(CampaignState.Opened c, Membership membership)
    {
        var (school, head) = (chance.Of(c.Roll), Cast.Officer(c.Officers.Head));
        return
        [
            Errand.Of(c.Key, Cast.Principal("nowhere"), new CampaignCommand.SignPact("nowhere", Then, 1)),
            Errand.Of(c.Key, Cast.Principal(school), new CampaignCommand.SignPact(school, Then, 99)),
            Errand.Of(c.Key, head, new CampaignCommand.ProposePact([], Reason: "Sai")),
            Errand.Of(c.Key, Cast.Official, new CampaignCommand.ReturnPhase(c.Phase > Phase.CrossInspection ? c.Phase : Phase.Ranked, "Sai")),
            Errand.Of(c.Key, head, new CampaignCommand.ProposePact([new(2, "Hai")], Reason: "Sai")),
            Errand.Of(c.Key, Cast.Official, new CampaignCommand.DecideNomination(Award.Flag, "nowhere", Granted: true, ClusterYear.Decision)),
            .. c.Nominations.Select(n => Errand.Of(c.Key, Cast.Official, new CampaignCommand.RevokeAward(n.Award, n.School, ClusterYear.Decision, "Sai"))),
            Errand.Of(c.Key, Cast.Official, new CampaignCommand.CloseYear()),
            Errand.Of(new CampaignKey(membership.Cluster.Code, 2019), head, new CampaignCommand.FixRanking()),
            .. c.Inspections.Take(1).Select(p => new InspectionKey(c.Key.Cluster, c.Key.Year, p.Inspected)).SelectMany(key => new[]
            {
                Errand.Of(key, Cast.Officer(key.School), new InspectionCommand.AcknowledgeFindings(99)),
                Errand.Of(key, Cast.Officer(key.School), new InspectionCommand.RecordFindings(Then, [])),
            }),
            Errand.Of(membership.Cluster, Cast.Principal(school), new ClusterCommand.SignHandover(Year.Of + 1, school, Then)),
            .. script.ProgrammeOf(membership).Mistakes(),
        ];
    }
}
