using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Elections;
using ClusterActors.Inboxes;
using ClusterActors.Inspections;
using ClusterActors.Schools;

namespace ClusterActors.Simulation.People;

/// <summary>What people may do besides, and some years nobody does: corrections, conflicts, annulled votes, revoked awards, other officers.</summary>
internal sealed class Asides(Ledger ledger, Script script, Chance chance)
{
    // Who puts a day off again and again never comes to it, nor who goes back again and again.
    private const int MostExtensions = 4;
    private const int MostReturns = 3;

    private readonly Barring barring = new(ledger, chance);

    public IReadOnlyList<Errand> Possible(Membership membership, DateOnly today)
    {
        var c = ledger.State<CampaignState.Opened>(membership.Campaign);
        return
        [
            .. chance.OneIn(4) ? Registry(membership, today) : [],
            .. chance.OneIn(2) ? barring.Possible(membership, today) : [],
            .. chance.OneIn(3) && ledger.State<ClusterState.Formed>(membership.Cluster) is { InOffice: { } inOffice, Members: [_, ..] } cluster ? [OtherOfficers(cluster, inOffice), .. Inventory(cluster, inOffice)] : Array.Empty<Errand>(),
            .. ledger.State<ElectionState.Called>(membership.Election) is { Rounds: [.., { Outcome: null, Recording: > 0 } round] } e ? [RecountedRound(e, round)] : Array.Empty<Errand>(),
            .. script.ReportingOf(membership).Corrections(),
            .. script.ProgrammeOf(membership).Amendments(),
            .. script.UndertakingsOf(membership)?.Asides() ?? [],
            .. script.Council?.Asides(today) ?? [],
            .. c is { Phase: < Phase.Closed, Roll: [_, ..] } ? [.. BeforeRanking(c), .. Programme.SecondThoughts(c), .. Reminders(c, today), .. AfterRanking(c), .. AfterConference(c, today)] : Array.Empty<Errand>(),
        ];
    }

    private IEnumerable<Errand> Registry(Membership membership, DateOnly today)
    {
        var school = chance.Of(membership.Schools);
        if (ledger.State<SchoolState.Registered>(new SchoolKey(school)) is null)
            return [];
        return
        [
            Errand.Of(Cast.Official, new AcademyCommand.CorrectSchool(school, $"Trường Chính trị {school}", school, "Sai tên")),
            Errand.Of(new SchoolKey(school), Cast.Principal(school), new SchoolCommand.Appoint($"o-{school}", Role.EmulationOfficer)),
            Errand.Of(new SchoolKey(school), Cast.Principal(school), new SchoolCommand.Dismiss($"o-{school}", Role.EmulationOfficer, "Chuyển công tác")),
            Errand.Of(new SchoolKey(school), Cast.Official, new SchoolCommand.AuthoriseSubstitute(new($"s-{school}", today, today.AddDays(chance.Below(30)), "Giấy ủy quyền"))),
            Errand.Of(new SchoolKey(school), Cast.Principal(school), new SchoolCommand.WithdrawSubstitute($"s-{school}", "Đã về")),
            Errand.Of(Cast.Official, new AcademyCommand.AppointAuditor("auditor")),
            Errand.Of(Cast.Official, new AcademyCommand.Dismiss("auditor", "Đã xong")),
        ];
    }

    private Errand OtherOfficers(ClusterState.Formed cluster, Officers inOffice)
    {
        var order = Rotated(cluster.Members);
        var deputies = chance.Below(3);
        return Errand.Of(new ClusterKey(cluster.Code), Cast.Official, new ClusterCommand.OverrideOfficers(
            new(inOffice.Year, order[0], order.Skip(1).Take(deputies).ToEquatableList()),
            chance.OneIn(2) ? order.Skip(1 + deputies).ToEquatableList() : [],
            ClusterYear.Decision,
            "Thay cụm trưởng"));
    }

    // A correction, which voids a signature; and one that lacks what the regulation wants.
    private static IEnumerable<Errand> Inventory(ClusterState.Formed cluster, Officers inOffice) => cluster.Recognised is null ? [] : ((EquatableList<HandoverItem>[])[ClusterYear.Inventory, []])
        .Select(items => Errand.Of(new ClusterKey(cluster.Code), Cast.Officer(inOffice.Head), new ClusterCommand.ListInventory(inOffice.Year + 1, items, "Bổ sung")));

    private Errand RecountedRound(ElectionState.Called e, Round round) => Errand.Of(
        e.Key, Cast.Officer(chance.Of(round.Committee)), new ElectionCommand.RecordCount(round.Number, script.Polling.Count(round, e.Voters.Count), "Kiểm lại phiếu"));

    private IEnumerable<Errand> BeforeRanking(CampaignState.Opened c)
    {
        var (school, head) = (chance.Of(c.Roll), Cast.Officer(c.Officers.Head));
        if (c is { Phase: Phase.PactOpen, Pact.Signatures.Count: 0 })
            yield return Errand.Of(c.Key, head, new CampaignCommand.ProposePact([new(1, "A"), new(2, "B"), new(3, "C"), new(4, "D")], "Chủ đề", "Bổ sung chỉ tiêu"));
        if (c.Phase == Phase.PactOpen && chance.OneIn(6))
            yield return Errand.Of(c.Key, Cast.Official, new CampaignCommand.CloseSigning(ClusterYear.Decision, "Có trường không ký"));
        if (c.Phase == Phase.MidYearReviewed)
            yield return Errand.Of(c.Key, head, new CampaignCommand.RecordMidYearReview(new(Year.Of, 6, 20), school, "Sửa biên bản", "Sai ngày"));
        if (c.Extensions.Count < MostExtensions && chance.OneIn(3) && c.Regulation.Deadlines is [_, ..] deadlines)
            yield return Extension(c, chance.Of(deadlines).Step);
        if (c.Returns.Count < MostReturns && chance.OneIn(8))
            yield return Errand.Of(c.Key, chance.OneIn(2) ? Cast.Official : head, new CampaignCommand.ReturnPhase(c.Phase, "Làm lại"));
        for (var quarrels = c.Phase <= Phase.SelfScoring ? 4 : 0; quarrels > 0; quarrels--)
            yield return Errand.Of(c.Key, chance.OneIn(2) ? Cast.Official : Cast.Officer(school), new CampaignCommand.DeclareConflict(school, chance.Of(c.Roll), "Người nhà"));
        if (c.Phase <= Phase.SelfScoring && c.Conflicts is [var conflict, ..])
            yield return Errand.Of(c.Key, Cast.Official, new CampaignCommand.WithdrawConflict(conflict.School, conflict.With, "Nhầm"));
        if (c is { Phase: Phase.CrossInspection, Inspections: [_, ..] pairs } && chance.Of(pairs) is var pair)
            yield return Errand.Of(c.Key, Cast.Official, new CampaignCommand.ReplaceInspector(pair.Inspected, pair.Inspector, school, ClusterYear.Decision, "Không kiểm tra"));
        if (c.Phase == Phase.CrossInspection && ledger.State<InspectionState.Assigned>(new InspectionKey(c.Key.Cluster, c.Key.Year, school)) is { Stage: InspectionStage.Found, Inspectors: [_, ..] } i)
            yield return Errand.Of(i.Key, Cast.Officer(chance.Of(i.Inspectors)), new InspectionCommand.RecordFindings(i.VisitedOn!.Value, script.Sheets.Verified(i), "Ghi nhầm", script.Teams.Visited(i)));
    }

    private IEnumerable<Errand> Reminders(CampaignState.Opened c, DateOnly today)
    {
        var (school, last) = (chance.Of(c.Roll), c.DeadlineOf(Step.SelfScores)!.Day);
        var taken = new InboxCommand.Acknowledge(new(new(c.Key.Cluster, c.Key.Year, school, DutyKind.SelfScores, null, last), last.AddDays(-7)));
        return last.AddDays(-7) > today ? [] :
        [
            Errand.Of(InboxKey.Of(new SchoolKey(school)), Cast.Officer(school), taken),
            Errand.Of(InboxKey.Of(AcademyKey.National), Cast.Official, taken),
        ];
    }

    private Errand Extension(CampaignState.Opened c, Step step) => Errand.Of(
        c.Key,
        chance.OneIn(2) ? Cast.Official : Cast.Officer(chance.Of([c.Officers.Head, .. c.Officers.Deputies])),
        new CampaignCommand.ExtendDeadline(step, c.DeadlineOf(step)!.Day.AddDays(chance.Between(1, 6)), "Bão lũ"));

    private IEnumerable<Errand> AfterRanking(CampaignState.Opened c)
    {
        if (c.Phase < Phase.Ranked)
            yield break;
        if (c.Votes is [.., { LotAsked: true, Outcome: null, Annulled: false } drawn] && chance.OneIn(2))
            yield return Errand.Of(c.Key, Cast.Official, new CampaignCommand.AnnulVote(drawn.Number, ClusterYear.Decision, "Phiếu in sai"));
        yield return Errand.Of(c.Key, Cast.Official, new CampaignCommand.CorrectScores(chance.Of(c.Roll), script.Sheets.Filled(), ClusterYear.Decision, "Đính chính"));
        if (c.Phase == Phase.Ranked && c.Votes.LastOrDefault(v => !v.Annulled) is { } vote)
        {
            yield return Errand.Of(c.Key, Cast.Official, new CampaignCommand.AnnulVote(chance.Between(1, c.Votes.Count), ClusterYear.Decision, "Kiểm phiếu sai"));
            if (vote.Recording > 0)
                yield return Errand.Of(c.Key, Cast.Officer(chance.Of(vote.Committee)), new CampaignCommand.RecordCount(vote.Number, script.Polling.Count(vote, vote.Roll.Count), "Kiểm lại phiếu"));
        }
    }

    private IEnumerable<Errand> AfterConference(CampaignState.Opened c, DateOnly today)
    {
        if (c.Phase < Phase.Nominated)
            yield break;
        var order = Rotated(c.Roll);
        yield return Errand.Of(c.Key, Cast.Official, new CampaignCommand.CorrectConference(today, order[0], order.Take(3).ToEquatableList(), ClusterYear.Decision, "Sai biên bản"));
        var members = c.Members is { } changed ? Rotated(changed) : order;
        if (c.Phase <= Phase.OfficersRecognised)
            yield return Errand.Of(c.Key, Cast.Official, new CampaignCommand.RecogniseOfficers(ClusterYear.Decision, new(Year.Of + 1, members[0], members.Skip(1).Take(1).ToEquatableList()), "Cụm chưa thống nhất"));
        foreach (var n in c.Nominations.Where(n => n.State == NominationState.Granted))
            yield return Errand.Of(c.Key, Cast.Official, new CampaignCommand.RevokeAward(n.Award, n.School, ClusterYear.Decision, "Thu hồi"));
    }

    private EquatableList<string> Rotated(EquatableList<string> schools)
    {
        var first = chance.Below(schools.Count);
        return schools.Skip(first).Concat(schools.Take(first)).ToEquatableList();
    }
}
