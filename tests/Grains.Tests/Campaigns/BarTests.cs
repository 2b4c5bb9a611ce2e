using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Clusters;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

/// <summary>"ninh-thuan", which is best and would have the Flag, is barred at one time or another of its year.</summary>
public sealed class BarTests
{
    private static readonly DateOnly On = Moment.Day("2020-05-04");
    private static readonly Regulation Barring = SampleRegulation.Of(2020) with { Bars = SampleRegulation.Bars };
    private static readonly CampaignCommand.DecideNomination Grant = new(Award.Flag, "ninh-thuan", true, Appraisal);

    private static Bar BarOf(string school, BarKind kind = BarKind.Discipline) => new(school, 2020, kind, On, new("12-QĐ/UBKT", On), "Cảnh cáo tập thể");

    private static CampaignCommand.ApplyBar Tell(string school, BarKind kind = BarKind.Discipline) => new(BarOf(school, kind));

    private static CampaignCommand.ApplyLifting Lift(string school, BarKind kind = BarKind.Discipline) => new(new(school, 2020, kind, On, new("30-QĐ/UBKT", On), "Hết thời hạn"));

    private static Campaign0 Barred(Phase phase, string school = "ninh-thuan", BarKind kind = BarKind.Discipline) => At(phase, Barring).And(Cluster, Tell(school, kind));

    private static EquatableList<string> CandidatesOf(Campaign0 given) =>
        given.When(Head, new CampaignCommand.OpenVote(Award.Flag, Committee)).One<CampaignEvent.VoteOpened>().Candidates;

    private static Campaign0 Voted(Campaign0 ranked) => ranked.Voted(1, Award.Flag, Count("ninh-thuan")).Voted(2, Award.Certificate, Count("binh-thuan", 5));

    [Fact]
    public void a_bar_and_its_lifting_are_facts_that_the_cluster_tells()
    {
        var noted = At(Phase.Running, Barring).When(Cluster, Tell("ninh-thuan")).Events(new CampaignEvent.BarNoted(BarOf("ninh-thuan")));
        var lifted = noted.When(Cluster, Lift("ninh-thuan")).Events(new CampaignEvent.LiftingNoted(Lift("ninh-thuan").Lifting));
        Assert.Equal([new SchoolBar(BarOf("ninh-thuan"), Lift("ninh-thuan").Lifting)], StateOf(lifted).Bars);
        foreach (var other in new[] { Who.Official, Head, Who.Grain(AcademyKey.National) })
        {
            noted.When(other, Tell("dong-nai")).Refused(RefusalCode.Forbidden);
            noted.When(other, Lift("ninh-thuan")).Refused(RefusalCode.Forbidden);
        }
    }

    [Fact]
    public void bars_of_before_the_year_come_with_its_opening()
    {
        var opened = Unopened.And(Cluster, Opening(Barring) with { Bars = [BarOf("dong-nai")] });
        Assert.Equal([new SchoolBar(BarOf("dong-nai"), null)], StateOf(opened).Bars);
    }

    [Fact]
    public void a_barred_school_is_ranked_and_is_no_candidate()
    {
        Assert.Equal(StateOf(At(Phase.Ranked, Barring)).Ranking, StateOf(Barred(Phase.CrossInspection).With([.. At(Phase.Ranked, Barring).History.Skip(At(Phase.CrossInspection, Barring).History.Count)])).Ranking);
        Assert.Equal(Roll.Except(["ninh-thuan"]).Order(StringComparer.Ordinal), CandidatesOf(Barred(Phase.Ranked)));
    }

    [Fact]
    public void it_votes_and_counts_all_the_same()
    {
        var opened = Barred(Phase.Ranked, "dong-nai").And(Head, new CampaignCommand.OpenVote(Award.Flag, Committee));
        Assert.Equal(Roll, StateOf(opened).Votes[0].Roll);
        opened.When(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, Count("ninh-thuan"))).One<CampaignEvent.CountRecorded>();
    }

    [Fact]
    public void a_lifted_bar_lets_it_back_into_the_votes_that_are_not_open_yet()
    {
        var everybody = Roll.Order(StringComparer.Ordinal);
        Assert.Equal(everybody, CandidatesOf(Barred(Phase.Ranked).And(Cluster, Lift("ninh-thuan"))));
        Assert.NotEqual(everybody, CandidatesOf(Barred(Phase.Ranked).And(Cluster, Tell("ninh-thuan", BarKind.Complaint)).And(Cluster, Lift("ninh-thuan"))));
    }

    [Fact]
    public void a_bar_keeps_from_review_only_where_the_regulation_says_so()
    {
        Assert.Contains("ninh-thuan", CandidatesOf(Barred(Phase.Ranked, kind: BarKind.Investigation)));
        Assert.Contains("ninh-thuan", CandidatesOf(Barred(Phase.Ranked, kind: BarKind.InspectionFindings)));
        Assert.Contains("ninh-thuan", CandidatesOf(At(Phase.Ranked).And(Cluster, Tell("ninh-thuan"))));
    }

    [Fact]
    public void the_candidates_of_an_open_vote_stay_and_who_is_chosen_and_barred_is_not_nominated()
    {
        var ranked = At(Phase.Ranked, Barring);
        var under = ranked.And(Head, new CampaignCommand.OpenVote(Award.Flag, Committee)).And(Cluster, Tell("ninh-thuan"));
        Assert.Contains("ninh-thuan", StateOf(under).Votes[0].Candidates);

        var held = Voted(ranked).And(Cluster, Tell("ninh-thuan")).When(Head, Conference).Events(new CampaignEvent.ConferenceHeld(
            Conference.HeldOn, Conference.Host, Conference.Attending, [new(Award.Certificate, "binh-thuan")], [new(Award.Flag, "ninh-thuan")]));
        Assert.Equal([new Nomination(Award.Flag, "ninh-thuan")], StateOf(held).Withheld);
        held.And(Cluster, Lift("ninh-thuan")).When(Who.Official, Grant).Refused(RefusalCode.NominationUnknown);
    }

    [Fact]
    public void a_bar_that_is_lifted_before_the_conference_withholds_nothing() =>
        Assert.Null(Voted(At(Phase.Ranked, Barring)).And(Cluster, Tell("ninh-thuan")).And(Cluster, Lift("ninh-thuan")).When(Head, Conference).One<CampaignEvent.ConferenceHeld>().Withheld);

    [Fact]
    public void who_is_nominated_and_barred_can_be_declined_and_granted_once_the_bar_is_lifted()
    {
        var nominated = Barred(Phase.Nominated);
        nominated.When(Who.Official, Grant).Refused(RefusalCode.SchoolBarred);
        nominated.When(Who.Official, Grant with { Granted = false, Reason = "Đang bị kỷ luật" }).One<CampaignEvent.NominationDeclined>();
        nominated.And(Cluster, Lift("ninh-thuan")).When(Who.Official, Grant).One<CampaignEvent.AwardProposed>();
    }

    [Fact]
    public void a_decision_that_was_made_before_the_bar_stands_until_the_academy_revokes_it()
    {
        var deciding = At(Phase.Nominated, Barring).And(Who.Official, Grant).And(Cluster, Tell("ninh-thuan"));
        var granted = deciding.And(Who.Grain(new SchoolKey("ninh-thuan")), new CampaignCommand.NoteReservation(Award.Flag, "ninh-thuan", true));
        Assert.Equal(NominationState.Granted, StateOf(granted).NominationOf(Award.Flag, "ninh-thuan")!.State);
        granted.When(Who.Official, new CampaignCommand.RevokeAward(Award.Flag, "ninh-thuan", Appraisal, "Bị kỷ luật")).One<CampaignEvent.AwardRevoked>();
    }

    [Fact]
    public void who_is_barred_is_not_recognised_as_an_officer_proposed_or_instead()
    {
        var recognise = new CampaignCommand.RecogniseOfficers(Recognition);
        var proposed = Barred(Phase.OfficersProposed, "binh-phuoc");
        proposed.When(Who.Official, recognise).Refused(RefusalCode.SchoolBarred);
        proposed.When(Who.Official, recognise with { Instead = new(2021, "binh-phuoc", []), Reason = "Khác" }).Refused(RefusalCode.SchoolBarred);
        proposed.When(Who.Official, recognise with { Instead = new(2021, "binh-thuan", ["binh-duong"]), Reason = "Khác" }).One<CampaignEvent.OfficersRecognised>();
        proposed.And(Cluster, Lift("binh-phuoc")).When(Who.Official, recognise).One<CampaignEvent.OfficersRecognised>();
        Barred(Phase.OfficersProposed, "binh-phuoc", BarKind.Complaint).When(Who.Official, recognise).One<CampaignEvent.OfficersRecognised>();
    }

    [Fact]
    public void a_recognition_of_before_the_bar_stands_until_the_academy_recognises_others()
    {
        var recognised = Barred(Phase.OfficersRecognised, "binh-phuoc");
        Assert.Equal(ClusterStory.Officers2021, StateOf(recognised).Proposed);
        recognised.When(Who.Official, new CampaignCommand.RecogniseOfficers(Recognition, new(2021, "binh-thuan", []), "Bị kỷ luật")).One<CampaignEvent.OfficersRecognised>();
    }

    [Fact]
    public void a_closed_year_notes_a_bar_and_changes_nothing()
    {
        var (closed, barred) = (StateOf(At(Phase.Closed, Barring)), StateOf(Barred(Phase.Closed)));
        Assert.Equal(closed, barred with { Bars = [] });
        Assert.Single(barred.Bars);
    }
}
