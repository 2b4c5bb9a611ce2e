using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;
using ClusterActors.Schools;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Campaigns;
using ClusterActors.Tests.Clusters;

namespace ClusterActors.Tests.WholeYear;

/// <summary>
/// Cluster 8 (Miền Đông Nam Bộ) in 2020 as seed 004 tells it: the flag to Ninh Thuận, the certificate to Bình Thuận, and from
/// then on Bình Thuận as head with Bình Dương and Bình Phước as deputies. Scores and counts are invented.
/// </summary>
public sealed class WholeYearTests
{
    private static readonly CampaignKey Campaign = CampaignStory.Key;

    private static readonly EquatableList<string> Roll = ClusterStory.Members;

    [Fact]
    public void the_year_2020_of_cluster_8_runs_from_the_guidance_to_the_handover_and_every_state_on_the_way_reads_back_as_it_was()
    {
        var world = new MailLoop();
        Found(world);
        RunUntilRanked(world);
        Assert.Equal(["ninh-thuan", "binh-thuan"], State(world).Ranking.Take(2).Select(r => r.School));

        Vote(world, 1, Award.Flag, "ninh-thuan");
        Vote(world, 2, Award.Certificate, "binh-thuan");
        At(world, "2020-11-12", Campaign, Who.Principal("ninh-thuan"), (CampaignCommand)CampaignStory.Conference);
        Assert.Equal([new(Award.Flag, "ninh-thuan"), new(Award.Certificate, "binh-thuan")], State(world).Nominations);
        Assert.Equal((Phase.OfficersProposed, ClusterStory.Officers2021), (State(world).Phase, State(world).Proposed));
        Assert.Equal(ClusterStory.Officers2020, Cluster(world).InOffice);

        At(world, "2021-02-03", Campaign, Who.Official, (CampaignCommand)new CampaignCommand.RecogniseOfficers(ClusterStory.Recognition));
        foreach (var school in new[] { "ninh-thuan", "binh-thuan" })
        {
            Assert.Equal("ninh-thuan", Cluster(world).InOffice!.Head);
            At(world, "2021-02-24", ClusterStory.Key, Who.Principal(school), (ClusterCommand)new ClusterCommand.SignHandover(2021, school, Moment.Day("2021-02-24")));
        }

        Assert.Equal(new(2021, "binh-thuan", ["binh-duong", "binh-phuoc"]), Cluster(world).InOffice);
        Assert.Equal(["dong-nai", "tay-ninh", "ba-ria-vung-tau", "ninh-thuan"], Cluster(world).Queue);
        Assert.Equal((Phase.HandedOver, "binh-thuan"), (State(world).Phase, State(world).HandedOverTo));

        At(world, "2021-02-25", Campaign, Who.Official, (CampaignCommand)new CampaignCommand.CloseYear());
        Assert.Equal(Phase.Closed, State(world).Phase);
        Assert.Equal(1 + 7 + 1 + 1 + 7, world.Keys.Count());
    }

    [Fact]
    public void the_same_year_gives_the_same_bytes()
    {
        Assert.Equal(Bytes(), Bytes());

        static List<string> Bytes()
        {
            var world = new MailLoop();
            Found(world);
            RunUntilRanked(world);
            return [.. world.Events(Campaign).Select(e => Convert.ToHexStringLower(e.Hash))];
        }
    }

    private static CampaignState.Opened State(MailLoop world) => world.State<CampaignState.Opened>(Campaign);

    private static ClusterState.Formed Cluster(MailLoop world) => world.State<ClusterState.Formed>(ClusterStory.Key);

    private static void At<TCommand>(MailLoop world, string day, IGrainKey key, Actor actor, TCommand command)
    {
        world.Now = Moment.Noon(day);
        world.Tell(key, actor, command);
    }

    private static void Found(MailLoop world)
    {
        world.Now = Moment.Noon("2020-01-02");
        world.Tell<AcademyCommand>(AcademyKey.National, Who.Grain(AcademyKey.National), new AcademyCommand.AppointOfficial("an"));
        foreach (var school in Roll)
        {
            world.Tell<AcademyCommand>(AcademyKey.National, Who.Official, new AcademyCommand.RegisterSchool(school, $"Trường Chính trị {school}", school));
            world.Tell<SchoolCommand>(new SchoolKey(school), Who.Official, new SchoolCommand.Appoint($"p-{school}", Role.Principal));
        }

        world.Tell<AcademyCommand>(AcademyKey.National, Who.Official, new AcademyCommand.FormCluster("8", "Miền Đông Nam Bộ", Roll, Number: 8));
        Assert.All(Roll, school => Assert.Equal("8", world.State<SchoolState.Registered>(new SchoolKey(school)).Cluster));
        world.Tell<AcademyCommand>(AcademyKey.National, Who.Official, new AcademyCommand.IssueRegulation(SampleRegulation.Of(2020)));
        world.Tell<ClusterCommand>(ClusterStory.Key, Who.Official, ClusterStory.Appoint);
        At(world, "2020-02-13", AcademyKey.National, Who.Official, (AcademyCommand)new AcademyCommand.IssueGuidance(ClusterStory.Guidance2020));
    }

    private static void RunUntilRanked(MailLoop world)
    {
        At(world, "2020-02-20", ClusterStory.Key, Who.Principal("ninh-thuan"), (ClusterCommand)new ClusterCommand.OpenYear(2020));
        At(world, "2020-02-24", Campaign, CampaignStory.Head, (CampaignCommand)CampaignStory.Proposal);
        foreach (var school in Roll)
            world.Tell<CampaignCommand>(Campaign, Who.Principal(school), CampaignStory.Sign(school));
        At(world, "2020-06-22", Campaign, CampaignStory.Head, (CampaignCommand)CampaignStory.Review);
        At(world, "2020-10-01", Campaign, CampaignStory.Head, (CampaignCommand)new CampaignCommand.OpenSelfScoring());
        foreach (var school in Roll)
            world.Tell<CampaignCommand>(Campaign, Who.Officer(school), new CampaignCommand.SubmitSelfScores(school, CampaignStory.SheetOf(school)));
        At(world, "2020-10-15", Campaign, CampaignStory.Head, (CampaignCommand)new CampaignCommand.OpenCrossInspection());
        foreach (var school in Roll)
            Inspect(world, school);
        world.Tell<CampaignCommand>(Campaign, CampaignStory.Head, new CampaignCommand.FixRanking());
    }

    // Tây Ninh explains and is reviewed once more; all others agree.
    private static void Inspect(MailLoop world, string school)
    {
        var key = new InspectionKey("8", 2020, school);
        var inspector = Who.Officer(world.State<InspectionState.Assigned>(key).Inspectors[0]);
        EquatableList<Finding> verified = [.. CampaignStory.SheetOf(school).Select(s => new Finding(s.Criterion, s.Points))];
        EquatableList<Finding> lower = [.. verified.Select(f => f.Criterion == "topics" ? f with { Points = 10, Reason = "Thiếu minh chứng" } : f)];

        At(world, "2020-10-20", key, inspector, (InspectionCommand)new InspectionCommand.RecordFindings(Moment.Day("2020-10-20"), school == "tay-ninh" ? lower : verified));
        if (school != "tay-ninh")
        {
            world.Tell<InspectionCommand>(key, Who.Principal(school), new InspectionCommand.AcknowledgeFindings());
            return;
        }

        world.Tell<InspectionCommand>(key, Who.Principal(school), new InspectionCommand.ExplainFindings("Đã bổ sung minh chứng đề tài"));
        Assert.Empty(State(world).SheetOf(school)!.Verified);
        world.Tell<InspectionCommand>(key, inspector, new InspectionCommand.ConcludeReview(verified));
        Assert.Equal(CampaignStory.SheetOf(school), State(world).SheetOf(school)!.Verified);
    }

    private static void Vote(MailLoop world, int vote, Award award, string school)
    {
        At(world, "2020-11-12", Campaign, CampaignStory.Head, (CampaignCommand)new CampaignCommand.OpenVote(award, CampaignStory.Committee));
        world.Tell<CampaignCommand>(Campaign, Who.Officer("dong-nai"), new CampaignCommand.RecordCount(vote, CampaignStory.Count(school)));
        world.Tell<CampaignCommand>(Campaign, Who.Officer("tay-ninh"), new CampaignCommand.ConfirmCount(vote, 1));
        world.Tell<CampaignCommand>(Campaign, Who.Officer("binh-phuoc"), new CampaignCommand.ConfirmCount(vote, 1));
    }
}
