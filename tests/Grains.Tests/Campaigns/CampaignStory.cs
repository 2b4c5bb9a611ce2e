using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Clusters;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

/// <summary>The year 2020 of cluster 8, phase by phase. Five of seven have signed the pact; "dong-nai" and "tay-ninh" have not.</summary>
internal static class CampaignStory
{
    public static readonly CampaignKey Key = new("8", 2020);

    public static readonly EquatableList<string> Roll = ClusterStory.Members;

    public static readonly EquatableList<string> Committee = ["dong-nai", "tay-ninh", "binh-phuoc"];

    public static readonly CampaignCommand.ProposePact Proposal =
        new([new(1, "Hoàn thành kế hoạch đào tạo"), new(2, "Một đề tài cấp tỉnh"), new(3, "Một hội thảo")], "Đoàn kết, kỷ cương, chất lượng");

    public static readonly CampaignCommand.RecordMidYearReview Review = new(Moment.Day("2020-06-22"), "binh-thuan", "Tiếp tục thực hiện giao ước");

    public static readonly CampaignCommand.HoldConference Conference = new(Moment.Day("2020-11-12"), "ninh-thuan", Roll);

    public static readonly DecisionReference Recognition = ClusterStory.Recognition;

    public static readonly DecisionReference Appraisal = new("1203-QĐ/HVCTQG", Moment.Day("2020-11-12"));

    public static Actor Head => Who.Officer("ninh-thuan");

    public static Actor Cluster => Who.Grain(ClusterStory.Key);

    public static Actor Beacon => Who.Grain(new BeaconKey("8"));

    public static Seed Drawn { get; } = new(7, new('a', 64), 1_600_000_000_000);

    public static Campaign0 Unopened => Given.Nothing(CampaignDecider.Aggregate, Key);

    public static CampaignCommand.Open Opening(Regulation? regulation = null) =>
        new(regulation ?? SampleRegulation.Of(2020), ClusterStory.Guidance2020, Roll, ClusterStory.Officers2020, []);

    public static CampaignCommand.SignPact Sign(string school) => new(school, Moment.Day("2020-02-24"), 1);

    /// <summary>What "ninh-thuan" and "binh-thuan" get is best and second best.</summary>
    public static EquatableList<Score> SheetOf(string school) => SampleRegulation.Sheet(school switch
    {
        "ninh-thuan" => 9.5m,
        "binh-thuan" => 8,
        _ => 3,
    });

    public static PaperCount Count(string school, int marks = 6) => new(7, 7, 7, 0, [new(school, marks)]);

    public static Campaign0 At(Phase phase, Regulation? regulation = null) =>
        Enum.GetValues<Phase>().Where(p => p <= phase).Aggregate(Unopened, (given, next) => Reach(given, next, regulation));

    public static CampaignState.Opened StateOf(Campaign0 given) => Assert.IsType<CampaignState.Opened>(given.State);

    /// <summary>The vote is opened, counted, and confirmed by two.</summary>
    public static Campaign0 Voted(this Campaign0 given, int vote, Award award, PaperCount count) => given
        .And(Head, new CampaignCommand.OpenVote(award, Committee))
        .And(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(vote, count))
        .And(Who.Officer("tay-ninh"), new CampaignCommand.ConfirmCount(vote, 1))
        .And(Who.Officer("binh-phuoc"), new CampaignCommand.ConfirmCount(vote, 1));

    /// <summary>The Academy grants an award and the school has kept a place for it.</summary>
    public static Campaign0 Granted(this Campaign0 given, Award award, string school) => given
        .And(Who.Official, new CampaignCommand.DecideNomination(award, school, true, Appraisal))
        .And(Who.Grain(new SchoolKey(school)), new CampaignCommand.NoteReservation(award, school, true));

    private static Campaign0 Reach(Campaign0 given, Phase phase, Regulation? regulation) => phase switch
    {
        Phase.Guided => given.And(Cluster, Opening(regulation)),
        Phase.PactOpen => given.And(Head, Proposal),
        Phase.Running => Roll.Take(5).Aggregate(given, (g, school) => g.And(Who.Principal(school), Sign(school))),
        Phase.MidYearReviewed => given.And(Head, Review),
        Phase.SelfScoring => given.And(Head, new CampaignCommand.OpenSelfScoring()),
        Phase.Drawing => Roll
            .Aggregate(given, (g, school) => g.And(Who.Officer(school), new CampaignCommand.SubmitSelfScores(school, SheetOf(school))))
            .And(Head, new CampaignCommand.OpenCrossInspection()),
        Phase.CrossInspection => given.And(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn)),
        Phase.Ranked => Roll
            .Aggregate(given, (g, school) => g.And(Who.Grain(new InspectionKey("8", 2020, school)), new CampaignCommand.ReceiveFindings(school, SheetOf(school))))
            .And(Head, new CampaignCommand.FixRanking()),
        Phase.Nominated => given.Voted(1, Award.Flag, Count("ninh-thuan")).Voted(2, Award.Certificate, Count("binh-thuan", 5)).And(Head, Conference),
        Phase.OfficersProposed => given.And(Cluster, new CampaignCommand.NoteProposedOfficers(ClusterStory.Officers2021)),
        Phase.OfficersRecognised => given.And(Who.Official, new CampaignCommand.RecogniseOfficers(Recognition)),
        Phase.HandedOver => given
            .Granted(Award.Flag, "ninh-thuan")
            .And(Who.Official, new CampaignCommand.DecideNomination(Award.Certificate, "binh-thuan", false, Appraisal, "Chưa đủ minh chứng"))
            .And(Cluster, new CampaignCommand.NoteHandover("binh-thuan")),
        _ => given.And(Who.Official, new CampaignCommand.CloseYear()),
    };
}
