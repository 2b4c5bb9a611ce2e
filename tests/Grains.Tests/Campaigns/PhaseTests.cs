using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Clusters;
using static ClusterActors.Tests.Campaigns.CampaignStory;

namespace ClusterActors.Tests.Campaigns;

/// <summary>Each command belongs to certain phases; in every other it is refused, whoever sends it with every right.</summary>
public sealed class PhaseTests
{
    private sealed record Row(Actor Actor, CampaignCommand Command, params Phase[] Phases);

    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["propose-pact"] = new(Head, Proposal with { Reason = "Thiếu một chỉ tiêu" }, Phase.Guided, Phase.PactOpen),
        ["sign-pact"] = new(Who.Principal("tay-ninh"), Sign("tay-ninh"), Phase.PactOpen, Phase.Running),
        ["record-mid-year-review"] = new(Head, Review with { Reason = "Ghi nhầm ngày" }, Phase.Running, Phase.MidYearReviewed),
        ["open-self-scoring"] = new(Head, new CampaignCommand.OpenSelfScoring(), Phase.MidYearReviewed),
        ["submit-self-scores"] = new(Who.Officer("tay-ninh"), new CampaignCommand.SubmitSelfScores("tay-ninh", SheetOf("tay-ninh")), Phase.SelfScoring),
        ["open-cross-inspection"] = new(Head, new CampaignCommand.OpenCrossInspection(), Phase.SelfScoring),
        ["close-signing"] = new(Who.Official, new CampaignCommand.CloseSigning(Appraisal, "Một trường không ký"), Phase.PactOpen),
        ["extend-deadline"] = new(Who.Official, new CampaignCommand.ExtendDeadline(Step.SelfScores, Moment.Day("2020-10-20"), "Bão số 9")),
        ["return-phase"] = new(Who.Official, new CampaignCommand.ReturnPhase(Phase.SelfScoring, "Sai mẫu"), Phase.SelfScoring),
        ["declare-conflict"] = new(
            Who.Principal("tay-ninh"), new CampaignCommand.DeclareConflict("tay-ninh", "dong-nai", "Hai hiệu trưởng là vợ chồng"),
            Phase.Guided, Phase.PactOpen, Phase.Running, Phase.MidYearReviewed, Phase.SelfScoring),
        ["withdraw-conflict"] = new(Who.Principal("tay-ninh"), new CampaignCommand.WithdrawConflict("tay-ninh", "dong-nai", "Không còn")),
        ["receive-seed"] = new(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn), Phase.Drawing),
        ["receive-findings"] = new(
            Who.Grain(new InspectionKey("8", 2020, "tay-ninh")), new CampaignCommand.ReceiveFindings("tay-ninh", SheetOf("tay-ninh")), Phase.CrossInspection),
        ["replace-inspector"] = new(
            Who.Official, new CampaignCommand.ReplaceInspector("tay-ninh", "dong-nai", "binh-phuoc", Appraisal, "Không kiểm tra"), Phase.CrossInspection),
        ["fix-ranking"] = new(Head, new CampaignCommand.FixRanking(), Phase.CrossInspection),
        ["open-vote"] = new(Head, new CampaignCommand.OpenVote(Award.Flag, Committee), Phase.Ranked),
        ["record-count"] = new(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, Count("ninh-thuan")), Phase.Ranked),
        ["confirm-count"] = new(Who.Officer("dong-nai"), new CampaignCommand.ConfirmCount(1, 1), Phase.Ranked),
        ["vote-openly"] = new(Who.Principal("dong-nai"), new CampaignCommand.VoteOpenly(1, "dong-nai", ["ninh-thuan"]), Phase.Ranked),
        ["close-open-vote"] = new(Head, new CampaignCommand.CloseOpenVote(1), Phase.Ranked),
        ["annul-vote"] = new(Who.Official, new CampaignCommand.AnnulVote(1, Appraisal, "Phiếu in sai"), Phase.Ranked),
        ["correct-scores"] = new(
            Who.Official, new CampaignCommand.CorrectScores("tay-ninh", SheetOf("tay-ninh"), Appraisal, "Cộng nhầm"),
            Phase.Ranked, Phase.Nominated, Phase.OfficersProposed, Phase.OfficersRecognised, Phase.HandedOver),
        ["correct-conference"] = new(
            Who.Official, new CampaignCommand.CorrectConference(Conference.HeldOn, "tay-ninh", Roll, Appraisal, "Ghi nhầm nơi tổ chức"),
            Phase.Nominated, Phase.OfficersProposed, Phase.OfficersRecognised, Phase.HandedOver),
        ["hold-conference"] = new(Head, Conference, Phase.Ranked),
        ["note-proposed-officers"] = new(Cluster, new CampaignCommand.NoteProposedOfficers(ClusterStory.Officers2021), Phase.Nominated),
        ["recognise-officers"] = new(Who.Official, new CampaignCommand.RecogniseOfficers(Recognition), Phase.OfficersProposed),
        ["note-handover"] = new(Cluster, new CampaignCommand.NoteHandover("binh-thuan"), Phase.OfficersRecognised),
        ["decide-nomination"] = new(
            Who.Official, new CampaignCommand.DecideNomination(Award.Flag, "ninh-thuan", true, Appraisal), Phase.Nominated, Phase.OfficersProposed, Phase.OfficersRecognised),
        ["note-reservation"] = new(Who.Grain(new SchoolKey("ninh-thuan")), new CampaignCommand.NoteReservation(Award.Flag, "ninh-thuan", true)),
        ["note-council"] = new(
            Who.Grain(new CouncilKey(2020)),
            new CampaignCommand.NoteCouncil(Award.Flag, "ninh-thuan", new(1, Conference.HeldOn, new(9, 0, true), new(true, 9, true, true, 92.5m, true, true))),
            [.. Enum.GetValues<Phase>().Where(phase => phase >= Phase.Nominated)]),
        ["revoke-award"] = new(
            Who.Official, new CampaignCommand.RevokeAward(Award.Flag, "ninh-thuan", Appraisal, "Thành tích không đúng"), Phase.HandedOver, Phase.Closed),
        ["apply-officers"] = new(Cluster, new CampaignCommand.ApplyOfficers(ClusterStory.Officers2020), Enum.GetValues<Phase>()),
        ["apply-merger-to-year"] = new(Cluster, MergerStory.Into("ninh-thuan", "tay-ninh"), [.. Enum.GetValues<Phase>().Where(phase => phase != Phase.Closed)]),
        ["note-members"] = new(Cluster, new CampaignCommand.NoteMembers(Roll), Enum.GetValues<Phase>()),
        ["apply-bar-to-year"] = new(Cluster, new CampaignCommand.ApplyBar(new("tay-ninh", 2020, BarKind.Complaint, Appraisal.IssuedOn, Appraisal, "Đơn tố cáo")), Enum.GetValues<Phase>()),
        ["apply-lifting-to-year"] = new(
            Cluster, new CampaignCommand.ApplyLifting(new("tay-ninh", 2020, BarKind.Complaint, Appraisal.IssuedOn, Appraisal, "Đã có kết luận")), Enum.GetValues<Phase>()),
        ["note-document"] = new(Who.Grain(new DocumentKey("8", 2020, "plan")), new CampaignCommand.NoteDocument("plan", 1), Enum.GetValues<Phase>()),
        ["note-progress"] = new(
            Who.Grain(new AssessmentKey("tay-ninh", "11-qd-tw", 2018)), new CampaignCommand.NoteProgress(new("tay-ninh", "11-qd-tw", 2018, [], Appraisal.IssuedOn))),
        ["register-for-awards"] = new(Who.Principal("tay-ninh"), new CampaignCommand.RegisterForAwards("tay-ninh", [Award.Flag])),
        ["settle-item"] = new(Who.Official, new CampaignCommand.SettleItem(1, null, Appraisal, "Phân công lại")),
        ["apply-dissolution-to-year"] = new(Cluster, new CampaignCommand.ApplyDissolution(new(Appraisal.IssuedOn, Appraisal, "Thành lập cụm mới")), Enum.GetValues<Phase>()),
        ["end-year"] = new(
            Who.Official, new CampaignCommand.EndYear(Appraisal, "Cụm giải thể"), [.. Enum.GetValues<Phase>().Where(phase => phase is <= Phase.Ranked or Phase.HandedOver)]),
        ["close-year"] = new(Who.Official, new CampaignCommand.CloseYear(), Phase.HandedOver),
    };

    public static TheoryData<string, Phase> WrongPhases { get; } = Wrong();

    private static TheoryData<string, Phase> Wrong()
    {
        var data = new TheoryData<string, Phase>();
        foreach (var (name, row) in Rows)
        {
            foreach (var phase in Enum.GetValues<Phase>().Except(row.Phases))
                data.Add(name, phase);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(WrongPhases))]
    public void a_command_in_a_phase_that_is_not_its_own_is_refused(string command, Phase phase)
    {
        var row = Rows[command];
        At(phase).When(row.Actor, row.Command).Refused(Expected(command, phase));
    }

    // A vote exists only from its opening on, and from the conference on every vote is decided; a signed pact says so itself. The sample
    // has no deadlines.
    private static string Expected(string command, Phase phase) => (command, phase) switch
    {
        ("propose-pact", _) => RefusalCode.PactAlreadySigned,
        ("record-count" or "confirm-count", < Phase.Ranked) => RefusalCode.VoteUnknown,
        ("record-count" or "confirm-count", _) => RefusalCode.VoteNotOpen,
        ("vote-openly" or "close-open-vote", < Phase.Ranked) => RefusalCode.VoteUnknown,
        ("vote-openly" or "close-open-vote", _) => RefusalCode.VoteOfOtherMethod,
        ("extend-deadline", _) => RefusalCode.DeadlineUnknown,
        ("note-progress", <= Phase.SelfScoring) => RefusalCode.CriterionUnknown,
        ("settle-item", _) => RefusalCode.ItemUnknown,
        ("end-year", < Phase.HandedOver) => RefusalCode.NominationsUndecided,
        ("receive-seed", _) => RefusalCode.SeedNotAsked,
        ("withdraw-conflict", <= Phase.SelfScoring) => RefusalCode.ConflictInvalid,
        ("annul-vote", < Phase.Ranked or > Phase.Ranked) => RefusalCode.WrongPhase,
        ("decide-nomination" or "note-reservation" or "note-council" or "revoke-award", < Phase.Nominated) => RefusalCode.NominationUnknown,
        ("decide-nomination" or "note-reservation" or "revoke-award", _) => RefusalCode.NominationDecided,
        _ => RefusalCode.WrongPhase,
    };

    [Theory]
    [InlineData(Phase.Guided)]
    [InlineData(Phase.Running)]
    [InlineData(Phase.Ranked)]
    [InlineData(Phase.Closed)]
    public void an_open_year_is_not_opened_again(Phase phase) => At(phase).When(Cluster, Opening()).Refused(RefusalCode.YearAlreadyOpen);

    [Fact]
    public void a_year_that_was_never_opened_is_not_found() =>
        Assert.All(Rows.Values, row => Unopened.When(row.Actor, row.Command).Refused(RefusalCode.NotFound));

    [Fact]
    public void every_command_but_opening_stands_in_the_table() =>
        Assert.Equal(CanonicalJson.Cases(typeof(CampaignCommand)).Select(c => c.Alias).Where(a => a != "open").Order(), Rows.Keys.Order());

    [Fact]
    public void the_story_reaches_every_phase() => Assert.All(Enum.GetValues<Phase>(), phase => Assert.Equal(phase, StateOf(At(phase)).Phase));

    [Fact]
    public void without_a_mid_year_review_the_year_goes_on_from_running_to_self_scoring()
    {
        var regulation = SampleRegulation.Of(2020) with { OptionalPhases = SampleRegulation.Sourced<EquatableList<OptionalPhase>>([]) };
        At(Phase.Running, regulation).When(Head, Review).Refused(RefusalCode.WrongPhase);
        At(Phase.Running, regulation).When(Head, new CampaignCommand.OpenSelfScoring()).Events(new CampaignEvent.SelfScoringOpened());
        At(Phase.Running).When(Head, new CampaignCommand.OpenSelfScoring()).Refused(RefusalCode.WrongPhase);
    }
}
