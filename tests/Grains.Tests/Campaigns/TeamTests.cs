using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;
using ClusterActors.Journal;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

public sealed class TeamTests
{
    private static Campaign0 Inspecting(TeamDuty inspects = TeamDuty.OwnMembers, MembershipRules? membership = null) => At(Phase.CrossInspection, TeamStory.Pooled(inspects, membership));

    private static EquatableList<string> InspectorsOf(CampaignState.Opened c, string school) =>
        c.Inspections.Where(p => p.Inspected == school).Select(p => p.Inspector).ToEquatableList();

    [Fact]
    public void two_teams_inspect_their_own_members_each_at_the_school_of_one()
    {
        var c = StateOf(Inspecting());
        Assert.Equal([4, 3], c.Teams.Select(t => t.Members.Count).OrderDescending());
        foreach (var team in c.Teams)
        {
            Assert.Equal(team.Members.Order(StringComparer.Ordinal), team.Inspects);
            Assert.Contains(team.Site!, team.Members);
            Assert.All(team.Inspects, school => Assert.Equal(team.Members.Where(m => m != school), InspectorsOf(c, school)));
        }
    }

    [Fact]
    public void each_inspection_learns_its_team_whose_first_leads_and_the_cluster_who_inspects_whom()
    {
        var then = At(Phase.Drawing, TeamStory.Pooled(TeamDuty.AnotherTeam)).When(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn));
        var c = StateOf(then.Accepted());
        foreach (var team in c.Teams)
        {
            foreach (var school in team.Inspects)
            {
                var told = Assert.Single(then.Messages(), m => m.Target == $"inspection:8:2020:{school}");
                var assign = Assert.IsType<InspectionCommand.Assign>(CanonicalJson.Read<InspectionCommand>(told.Payload));
                Assert.Equal((team.Number, team.Members), (assign.Team, assign.Inspectors));
                Assert.DoesNotContain(school, team.Members);
            }
        }

        Assert.Contains(then.Messages(), m => m.Target == "cluster:8" && CanonicalJson.Read<ClusterCommand>(m.Payload) is ClusterCommand.NoteInspections noted && noted.Pairs.Equals(c.Inspections));
    }

    [Fact]
    public void where_conflicts_leave_no_teams_the_head_agrees_to_members_standing_aside()
    {
        var given = At(Phase.SelfScoring, TeamStory.Pooled());
        foreach (var school in Roll)
            given = given.And(Who.Officer(school), new CampaignCommand.SubmitSelfScores(school, SheetOf(school)));

        // In any two teams at least two of three schools that are all in conflict come together.
        foreach (var (one, other) in new[] { (0, 1), (1, 2), (0, 2) })
            given = given.And(Who.Officer(Roll[one]), new CampaignCommand.DeclareConflict(Roll[one], Roll[other], "Tranh chấp"));
        var refused = Assert.IsType<Decision<CampaignEvent>.Refuse>(given.When(Head, new CampaignCommand.OpenCrossInspection()).Decision);
        Assert.Equal(RefusalCode.InspectionImpossible, refused.Refusal.Code);
        Assert.Contains("'repeat'", refused.Refusal.Detail, StringComparison.Ordinal);

        var c = StateOf(given
            .And(Head, new CampaignCommand.OpenCrossInspection([Relaxation.Repeat, Relaxation.Load, Relaxation.StandAside]))
            .And(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn)));
        Assert.Equal([Relaxation.StandAside], c.Drawing!.Relaxed);
        Assert.DoesNotContain(c.Inspections, p => Roll.Take(3).Contains(p.Inspector) && Roll.Take(3).Contains(p.Inspected));
        Assert.All(Roll, school => Assert.NotEmpty(InspectorsOf(c, school)));
    }

    [Fact]
    public void a_return_to_the_draw_leaves_no_team() =>
        Assert.Empty(StateOf(Inspecting().And(Who.Official, new CampaignCommand.ReturnPhase(Phase.CrossInspection, "Làm lại"))).Teams);

    [Fact]
    public void who_replaces_the_lead_leads_in_its_place()
    {
        var (team, other) = (StateOf(Inspecting()).Teams[0], StateOf(Inspecting()).Teams[1]);
        var (lead, inspected, by) = (team.Members[0], team.Members[^1], other.Members[0]);
        var c = StateOf(Inspecting().And(Who.Official, new CampaignCommand.ReplaceInspector(inspected, lead, by, Appraisal, "Không cử người")));
        Assert.Equal([by, .. team.Members.Skip(1).SkipLast(1)], InspectorsOf(c, inspected));
        Assert.Equal([.. team.Members, by], c.Teams[0].Members);
        Assert.Equal(team.Members.Where(m => m != team.Members[1]), InspectorsOf(c, team.Members[1]));
    }

    // A lead, a member between, and one of the other team; each is inspected, too, and may be the site.
    [Theory]
    [InlineData(TeamDuty.OwnMembers, true, 0)]
    [InlineData(TeamDuty.OwnMembers, true, 1)]
    [InlineData(TeamDuty.OwnMembers, false, 0)]
    [InlineData(TeamDuty.OwnMembers, false, 2)]
    [InlineData(TeamDuty.AnotherTeam, true, 0)]
    [InlineData(TeamDuty.AnotherTeam, true, 2)]
    [InlineData(TeamDuty.AnotherTeam, false, 0)]
    [InlineData(TeamDuty.AnotherTeam, false, 1)]
    public void teams_outlive_a_merger_of_the_lead_of_a_member_and_of_an_inspected_school(TeamDuty inspects, bool generous, int place)
    {
        var given = Inspecting(inspects, generous ? MergerStory.Generous : null);
        var gone = place < 2 ? StateOf(given).Teams[0].Members[place] : StateOf(given).Teams[1].Members[0];
        var merged = given.And(Cluster, MergerStory.Into(MergerStory.New, gone));
        var c = StateOf(merged);

        Assert.DoesNotContain(c.Teams, t => t.Members.Contains(gone) || t.Inspects.Contains(gone) || t.Site == gone);
        Assert.All(c.Teams, t => Assert.True(t.Site is null || c.Roll.Contains(t.Site)));
        if (generous)
        {
            Assert.Single(c.Teams, t => t.Members.Contains(MergerStory.New));
            Assert.Single(c.Teams, t => t.Inspects.Contains(MergerStory.New));
            Assert.All(c.Roll, school => Assert.NotEmpty(InspectorsOf(c, school)));
        }

        Assert.Equal(Phase.Closed, StateOf(MergerStory.BroughtToItsEnd(merged)).Phase);
    }

    [Fact]
    public void who_inspected_whom_last_year_meets_somebody_new_this_year()
    {
        var before = StateOf(Inspecting()).Inspections;
        var given = Unopened.And(Cluster, Opening(TeamStory.Pooled()) with { LastYear = before });
        given = At(Phase.Drawing, TeamStory.Pooled()).History.Skip(1).Aggregate(given, (g, e) => g.With(e));
        var c = StateOf(given.And(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn)));
        Assert.Equal(before, c.LastYear);
        Assert.All(Roll, school => Assert.Contains(c.Inspections, p => p.Inspected == school && !before.Contains(p)));
    }
}
