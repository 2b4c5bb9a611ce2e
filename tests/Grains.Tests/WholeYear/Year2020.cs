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
/// <param name="regulation">Another than the sample.</param>
/// <param name="appoint">Other first officers.</param>
/// <param name="opened">What else is done once the year is open.</param>
internal sealed class Year2020(IWorld world, Regulation? regulation = null, ClusterCommand.AppointOfficers? appoint = null, Action? opened = null)
{
    public static readonly CampaignKey Campaign = CampaignStory.Key;

    private static readonly EquatableList<string> Roll = ClusterStory.Members;

    /// <summary>From the guidance to the handover, and what must be so on the way.</summary>
    public async Task RunAsync()
    {
        await RunUntilRankedAsync();
        Assert.Equal(["ninh-thuan", "binh-thuan"], (await StateAsync()).Ranking.Take(2).Select(r => r.School));

        await NominateAsync();
        Assert.Equal([(Award.Flag, "ninh-thuan"), (Award.Certificate, "binh-thuan")], (await StateAsync()).Nominations.Select(n => (n.Award, n.School)));
        Assert.Equal((Phase.OfficersProposed, ClusterStory.Officers2021), ((await StateAsync()).Phase, (await StateAsync()).Proposed));
        Assert.Equal(ClusterStory.Officers2020, (await ClusterAsync()).InOffice);

        foreach (var nomination in (await StateAsync()).Nominations)
            await AtAsync("2020-12-20", Campaign, Who.Official, (CampaignCommand)new CampaignCommand.DecideNomination(nomination.Award, nomination.School, true, CampaignStory.Appraisal));
        Assert.All((await StateAsync()).Nominations, n => Assert.Equal(NominationState.Granted, n.State));
        Assert.Equal(AwardState.Granted, Assert.Single((await world.StateAsync<SchoolState.Registered>(new SchoolKey("ninh-thuan"))).Awards).State);

        await AtAsync("2021-02-03", Campaign, Who.Official, (CampaignCommand)new CampaignCommand.RecogniseOfficers(ClusterStory.Recognition));
        foreach (var school in new[] { "ninh-thuan", "binh-thuan" })
        {
            Assert.Equal("ninh-thuan", (await ClusterAsync()).InOffice!.Head);
            await AtAsync("2021-02-24", ClusterStory.Key, Who.Principal(school), (ClusterCommand)new ClusterCommand.SignHandover(2021, school, Moment.Day("2021-02-24")));
        }

        Assert.Equal(new(2021, "binh-thuan", ["binh-duong", "binh-phuoc"]), (await ClusterAsync()).InOffice);
        Assert.Equal(["dong-nai", "tay-ninh", "ba-ria-vung-tau", "ninh-thuan"], (await ClusterAsync()).Queue);
        Assert.Equal((Phase.HandedOver, "binh-thuan"), ((await StateAsync()).Phase, (await StateAsync()).HandedOverTo));

        await AtAsync("2021-02-25", Campaign, Who.Official, (CampaignCommand)new CampaignCommand.CloseYear());
        Assert.Equal(Phase.Closed, (await StateAsync()).Phase);
    }

    /// <summary>The votes and the closing conference.</summary>
    public async Task NominateAsync()
    {
        await VoteAsync(1, Award.Flag, "ninh-thuan");
        await VoteAsync(2, Award.Certificate, "binh-thuan");
        await AtAsync("2020-11-12", Campaign, Who.Principal("ninh-thuan"), (CampaignCommand)CampaignStory.Conference);
    }

    public async Task RunUntilRankedAsync()
    {
        await FoundAsync();
        await AtAsync("2020-02-20", ClusterStory.Key, Who.Principal("ninh-thuan"), (ClusterCommand)new ClusterCommand.OpenYear(2020));
        opened?.Invoke();
        await AtAsync("2020-02-24", Campaign, CampaignStory.Head, (CampaignCommand)CampaignStory.Proposal);
        foreach (var school in Roll)
            await world.TellAsync<CampaignCommand>(Campaign, Who.Principal(school), CampaignStory.Sign(school));
        await AtAsync("2020-06-22", Campaign, CampaignStory.Head, (CampaignCommand)CampaignStory.Review);
        await AtAsync("2020-10-01", Campaign, CampaignStory.Head, (CampaignCommand)new CampaignCommand.OpenSelfScoring());
        foreach (var school in Roll)
            await world.TellAsync<CampaignCommand>(Campaign, Who.Officer(school), new CampaignCommand.SubmitSelfScores(school, CampaignStory.SheetOf(school)));
        await AtAsync("2020-10-15", Campaign, CampaignStory.Head, (CampaignCommand)new CampaignCommand.OpenCrossInspection());
        foreach (var school in Roll)
            await InspectAsync(school);
        await world.TellAsync<CampaignCommand>(Campaign, CampaignStory.Head, new CampaignCommand.FixRanking());
    }

    private Task<CampaignState.Opened> StateAsync() => world.StateAsync<CampaignState.Opened>(Campaign);

    private Task<ClusterState.Formed> ClusterAsync() => world.StateAsync<ClusterState.Formed>(ClusterStory.Key);

    private Task AtAsync<TCommand>(string day, IGrainKey key, Actor actor, TCommand command)
    {
        world.Now = Moment.Noon(day);
        return world.TellAsync(key, actor, command);
    }

    private async Task FoundAsync()
    {
        await AtAsync("2020-01-02", AcademyKey.National, Who.Grain(AcademyKey.National), (AcademyCommand)new AcademyCommand.AppointOfficial("an"));
        foreach (var school in Roll)
        {
            await world.TellAsync<AcademyCommand>(AcademyKey.National, Who.Official, new AcademyCommand.RegisterSchool(school, $"Trường Chính trị {school}", school));
            await world.TellAsync<SchoolCommand>(new SchoolKey(school), Who.Official, new SchoolCommand.Appoint($"p-{school}", Role.Principal));
        }

        await world.TellAsync<AcademyCommand>(AcademyKey.National, Who.Official, new AcademyCommand.FormCluster("8", "Miền Đông Nam Bộ", Roll, Number: 8, Reason: "Văn bản không rõ"));
        foreach (var school in Roll)
            Assert.Equal("8", (await world.StateAsync<SchoolState.Registered>(new SchoolKey(school))).Cluster);
        await world.TellAsync<AcademyCommand>(AcademyKey.National, Who.Official, new AcademyCommand.IssueRegulation(regulation ?? SampleRegulation.Of(2020)));
        await world.TellAsync<ClusterCommand>(ClusterStory.Key, Who.Official, appoint ?? ClusterStory.Appoint);
        await AtAsync("2020-02-13", AcademyKey.National, Who.Official, (AcademyCommand)new AcademyCommand.IssueGuidance(ClusterStory.Guidance2020));
    }

    // Tây Ninh explains and is reviewed once more; all others agree.
    private async Task InspectAsync(string school)
    {
        var key = new InspectionKey("8", 2020, school);
        var inspector = Who.Officer((await world.StateAsync<InspectionState.Assigned>(key)).Inspectors[0]);
        EquatableList<Finding> verified = [.. CampaignStory.SheetOf(school).Select(s => new Finding(s.Criterion, s.Points))];
        EquatableList<Finding> lower = [.. verified.Select(f => f.Criterion == "topics" ? f with { Points = 10, Reason = "Thiếu minh chứng" } : f)];

        await AtAsync("2020-10-20", key, inspector, (InspectionCommand)new InspectionCommand.RecordFindings(Moment.Day("2020-10-20"), school == "tay-ninh" ? lower : verified));
        if (school != "tay-ninh")
        {
            await world.TellAsync<InspectionCommand>(key, Who.Principal(school), new InspectionCommand.AcknowledgeFindings(1));
            return;
        }

        await world.TellAsync<InspectionCommand>(key, Who.Principal(school), new InspectionCommand.ExplainFindings("Đã bổ sung minh chứng đề tài", 1));
        Assert.Empty((await StateAsync()).SheetOf(school)!.Verified);
        await world.TellAsync<InspectionCommand>(key, inspector, new InspectionCommand.ConcludeReview(verified));
        Assert.Equal(CampaignStory.SheetOf(school), (await StateAsync()).SheetOf(school)!.Verified);
    }

    private async Task VoteAsync(int vote, Award award, string school)
    {
        await AtAsync("2020-11-12", Campaign, CampaignStory.Head, (CampaignCommand)new CampaignCommand.OpenVote(award, CampaignStory.Committee));
        await world.TellAsync<CampaignCommand>(Campaign, Who.Officer("dong-nai"), new CampaignCommand.RecordCount(vote, CampaignStory.Count(school)));
        await world.TellAsync<CampaignCommand>(Campaign, Who.Officer("tay-ninh"), new CampaignCommand.ConfirmCount(vote, 1));
        await world.TellAsync<CampaignCommand>(Campaign, Who.Officer("binh-phuoc"), new CampaignCommand.ConfirmCount(vote, 1));
    }
}
