using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Clusters.ClusterStory;
using Cluster0 = ClusterActors.Tests.Given<ClusterActors.Clusters.ClusterState, ClusterActors.Clusters.ClusterCommand, ClusterActors.Clusters.ClusterEvent>;

namespace ClusterActors.Tests.Clusters;

/// <summary>Who was barred in 2020 holds no post of 2021. In office "ninh-thuan", then "binh-thuan" and "binh-duong"; first in the queue "binh-phuoc".</summary>
public sealed class BarTests
{
    private static readonly DateOnly On = Moment.Day("2020-05-04");
    private static readonly DecisionReference Decision = new("12-QĐ/UBKT", On);
    private static readonly Regulation Barring = SampleRegulation.Of(2020) with { Bars = SampleRegulation.Bars };

    private static Actor Academy => Who.Grain(AcademyKey.National);

    private static Cluster0 GuidedSo => Headed.And(Academy, new ClusterCommand.ReceiveGuidance(Guidance2020, Barring));

    private static Cluster0 OpenSo => GuidedSo.And(Who.Principal("ninh-thuan"), new ClusterCommand.OpenYear(2020));

    private static Cluster0 Called => OpenSo.And(Campaign2020, Elective);

    private static ClusterCommand.ProposeOfficers Elective => Propose with
    {
        Rules = Propose.Rules with { Method = SampleRegulation.Sourced(OfficerMethod.Election), Election = SampleRegulation.Election() },
    };

    private static Actor Election => Who.Grain(new ElectionKey("8", 2021));

    private static Bar BarOf(string school, BarKind kind = BarKind.Discipline) => new(school, 2020, kind, On, Decision, "Cảnh cáo tập thể");

    private static ClusterCommand.ApplyBar Tell(string school, BarKind kind = BarKind.Discipline) => new(BarOf(school, kind));

    private static ClusterCommand.ApplyLifting Lift(string school) => new(new(school, 2020, BarKind.Discipline, On, Decision, "Hết thời hạn"));

    private static Cluster0 With(Cluster0 given, params string[] barred) => barred.Aggregate(given, (g, school) => g.And(Academy, Tell(school)));

    [Fact]
    public void an_open_year_hears_of_the_bar_of_a_school_on_its_roll_and_of_its_lifting()
    {
        var then = OpenSo.When(Academy, Tell("dong-nai"));
        then.Events(new ClusterEvent.BarNoted(BarOf("dong-nai")));
        var told = Assert.Single(then.Messages());
        Assert.Equal("campaign:8:2020", told.Target);
        Assert.Equal(new CampaignCommand.ApplyBar(BarOf("dong-nai")), CanonicalJson.Read<CampaignCommand>(told.Payload));
        var lifted = then.Accepted().When(Academy, Lift("dong-nai"));
        Assert.Equal(new CampaignCommand.ApplyLifting(Lift("dong-nai").Lifting), CanonicalJson.Read<CampaignCommand>(Assert.Single(lifted.Messages()).Payload));
        Assert.Empty(OpenSo.When(Academy, Tell("nowhere")).Messages());
        Assert.Empty(OpenSo.When(Academy, new ClusterCommand.ApplyBar(BarOf("dong-nai") with { Year = 2021 })).Messages());
    }

    [Fact]
    public void an_open_year_hears_of_the_bar_of_a_member_that_has_come_since()
    {
        var joined = OpenSo.And(Academy, new ClusterCommand.ApplyTransfer(new("can-tho", "9", "8", On, Decision, "Điều chỉnh cụm")));
        Assert.Equal(["campaign:8:2020"], joined.When(Academy, Tell("can-tho")).Messages().Select(m => m.Target));

        // Its lifting, too, when it is gone again: it may come back.
        var gone = joined.And(Academy, Tell("can-tho")).And(Academy, new ClusterCommand.ApplyTransfer(new("can-tho", "8", "9", On, Decision, "Điều chỉnh cụm")));
        Assert.Equal(["campaign:8:2020"], gone.When(Academy, Lift("can-tho")).Messages().Select(m => m.Target));
        var founded = OpenSo.And(Academy, new ClusterCommand.ApplyMerger(new(["long-an"], "can-tho", "8", null, On, Decision, "Hợp nhất tỉnh")));
        Assert.Equal(["campaign:8:2020"], founded.When(Academy, Tell("can-tho")).Messages().Select(m => m.Target));
    }

    [Fact]
    public void a_year_that_opens_gets_the_bars_in_force()
    {
        var before = With(GuidedSo, "dong-nai", "tay-ninh").And(Academy, Lift("tay-ninh"));
        Assert.Empty(GuidedSo.When(Academy, Tell("dong-nai")).Messages());
        var opened = Assert.Single(before.When(Who.Principal("ninh-thuan"), new ClusterCommand.OpenYear(2020)).Messages());
        Assert.Equal([BarOf("dong-nai")], Assert.IsType<CampaignCommand.Open>(CanonicalJson.Read<CampaignCommand>(opened.Payload)).Bars!);
    }

    [Fact]
    public void only_the_academy_tells_it()
    {
        foreach (var other in new[] { Who.Official, Who.Principal("ninh-thuan"), Campaign2020 })
        {
            OpenSo.When(other, Tell("dong-nai")).Refused(RefusalCode.Forbidden);
            OpenSo.When(other, Lift("dong-nai")).Refused(RefusalCode.Forbidden);
        }
    }

    [Fact]
    public void rotation_passes_over_who_is_barred_and_says_so() =>
        With(OpenSo, "binh-thuan", "binh-phuoc").When(Campaign2020, Propose)
            .Events(new ClusterEvent.OfficersProposed(new(2021, "binh-duong", ["dong-nai", "tay-ninh"]), OfficerMethod.RotationQueue, ["binh-thuan", "binh-phuoc"]));

    [Fact]
    public void who_stands_too_far_behind_is_not_passed_over_and_a_lifted_bar_counts_no_more() =>
        With(OpenSo, "tay-ninh", "binh-thuan").And(Academy, Lift("binh-thuan")).When(Campaign2020, Propose)
            .Events(new ClusterEvent.OfficersProposed(Officers2021, OfficerMethod.RotationQueue));

    [Fact]
    public void who_is_passed_over_in_the_queue_keeps_its_place_in_it()
    {
        var next = new Officers(2021, "binh-thuan", ["binh-duong", "dong-nai"]);
        var handedOver = With(OpenSo, "binh-phuoc").And(Campaign2020, Propose).And(Campaign2020, new ClusterCommand.ApplyRecognition(next, Recognition))
            .And(Who.Principal("ninh-thuan"), new ClusterCommand.SignHandover(2021, "ninh-thuan", On))
            .And(Who.Principal("binh-thuan"), new ClusterCommand.SignHandover(2021, "binh-thuan", On));
        Assert.Equal(next, StateOf(handedOver).InOffice);
        Assert.Equal(["binh-phuoc", "tay-ninh", "ba-ria-vung-tau", "ninh-thuan"], StateOf(handedOver).Queue);
        Assert.Empty(StateOf(handedOver).Skipped);
    }

    [Fact]
    public void a_bar_keeps_from_posts_only_where_the_regulation_says_so()
    {
        var proposed = new ClusterEvent.OfficersProposed(Officers2021, OfficerMethod.RotationQueue);
        OpenSo.And(Academy, Tell("binh-thuan", BarKind.Complaint)).When(Campaign2020, Propose).Events(proposed);
        OpenSo.And(Academy, Tell("binh-thuan", BarKind.InspectionFindings)).When(Campaign2020, Propose).Events(proposed);
        Open.And(Academy, Tell("binh-thuan")).When(Campaign2020, Propose).Events(proposed);
        OpenSo.And(Academy, new ClusterCommand.ApplyBar(BarOf("binh-thuan") with { Year = 2019 })).When(Campaign2020, Propose).Events(proposed);
    }

    [Fact]
    public void who_is_barred_is_no_candidate_of_an_election_and_votes_in_it()
    {
        var called = With(OpenSo, "binh-thuan").When(Campaign2020, Elective).One<ClusterEvent.ElectionCalled>();
        Assert.Equal(Members, called.Terms.Roll);
        Assert.Equal(Members.Where(school => school != "binh-thuan"), called.Terms.Candidates);
        Assert.Null(called.Terms.Voters);
    }

    [Fact]
    public void it_has_no_vote_either_where_the_regulation_gives_votes_to_those_who_are_not_barred()
    {
        var rules = Elective.Rules with { Election = Elective.Rules.Election! with { Voters = SampleRegulation.Sourced(VoterRule.NotBarred) } };
        var called = With(OpenSo, "binh-thuan").When(Campaign2020, Elective with { Rules = rules }).One<ClusterEvent.ElectionCalled>();
        Assert.Equal(Members, called.Terms.Roll);
        Assert.Equal(called.Terms.Candidates, called.Terms.Voters);
    }

    [Fact]
    public void who_is_barred_while_the_election_lasts_is_not_proposed_and_the_others_move_up()
    {
        With(Called, "binh-thuan").When(Election, new ClusterCommand.ApplyElection(2021, Officers2021))
            .Events(new ClusterEvent.OfficersProposed(new(2021, "binh-duong", ["binh-phuoc"]), OfficerMethod.Election, ["binh-thuan"]));
        With(Called, "binh-phuoc").When(Election, new ClusterCommand.ApplyElection(2021, Officers2021))
            .Events(new ClusterEvent.OfficersProposed(new(2021, "binh-thuan", ["binh-duong"]), OfficerMethod.Election, ["binh-phuoc"]));
    }

    [Fact]
    public void the_post_is_vacant_where_everybody_elected_is_barred() =>
        With(Called, "binh-thuan").When(Election, new ClusterCommand.ApplyElection(2021, new(2021, "binh-thuan", []))).Events(
            new ClusterEvent.HeadVacant(2021, VacancyReason.HeadBarred),
            new ClusterEvent.OfficersProposed(new(2021, "binh-duong", [], Acting: true), OfficerMethod.Election));

    [Fact]
    public void who_is_barred_does_not_act_either()
    {
        var everybody = With(OpenSo, [.. Members]);
        var vacant = new ClusterEvent.HeadVacant(2021, VacancyReason.NobodyToFollow);
        everybody.When(Campaign2020, Elective).Events(vacant, new ClusterEvent.OfficersProposed(new(2021, "ninh-thuan", [], Acting: true), OfficerMethod.Election));
        With(OpenSo, [.. Members.Except(["dong-nai"])]).And(Academy, Tell("dong-nai")).And(Academy, Lift("dong-nai")).When(Campaign2020, Propose)
            .Events(new ClusterEvent.OfficersProposed(new(2021, "dong-nai", []), OfficerMethod.RotationQueue, ["binh-thuan", "binh-duong", "binh-phuoc", "tay-ninh", "ba-ria-vung-tau"]));
        With(Called, "binh-thuan", "binh-duong", "ninh-thuan").When(Election, new ClusterCommand.ApplyElection(2021, null)).Events(
            new ClusterEvent.HeadVacant(2021, VacancyReason.NobodyElected),
            new ClusterEvent.OfficersProposed(new(2021, "binh-phuoc", [], Acting: true), OfficerMethod.Election));
    }

    [Fact]
    public void a_barred_school_does_not_move_up_when_another_leaves()
    {
        var transfer = new Transfer("ninh-thuan", "8", "9", On, Decision, "Điều chỉnh cụm");
        var after = With(OpenSo, "binh-thuan").And(Campaign2020, Propose).And(Academy, Tell("binh-duong")).And(Academy, new ClusterCommand.ApplyTransfer(transfer with { School = "binh-duong" }));
        Assert.Equal(new(2021, "binh-phuoc", ["dong-nai"]), StateOf(after).Proposed);
    }

    [Fact]
    public void the_academy_puts_no_barred_school_into_a_post_of_the_next_year()
    {
        var others = new Officers(2021, "dong-nai", ["tay-ninh"]);
        var over = With(OpenSo, "tay-ninh").With(new ClusterEvent.HandedOver("binh-thuan", On, Officers2021, []));
        over.When(Who.Official, new ClusterCommand.OverrideOfficers(others, [], Decision, "Thay cụm trưởng")).Refused(RefusalCode.SchoolBarred);
        over.When(Who.Official, new ClusterCommand.OverrideOfficers(others with { Deputies = [] }, ["tay-ninh"], Decision, "Thay cụm trưởng")).One<ClusterEvent.OfficersOverridden>();
        var closed = With(GuidedSo, "tay-ninh");
        closed.When(Who.Official, new ClusterCommand.AppointOfficers(others, [], "Theo quyết định")).Refused(RefusalCode.SchoolBarred);
    }
}
