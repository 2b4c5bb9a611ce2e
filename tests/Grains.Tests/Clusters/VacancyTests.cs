using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Elections;
using ClusterActors.Tests.Elections;
using static ClusterActors.Tests.Academy.SampleRegulation;
using static ClusterActors.Tests.Clusters.ClusterStory;
using Cluster0 = ClusterActors.Tests.Given<ClusterActors.Clusters.ClusterState, ClusterActors.Clusters.ClusterCommand, ClusterActors.Clusters.ClusterEvent>;

namespace ClusterActors.Tests.Clusters;

/// <summary>Officers by election, and what happens where nobody can be found.</summary>
public sealed class VacancyTests
{
    private static readonly DateOnly Signed = Moment.Day("2021-02-20");

    private static readonly Officers Alone = Officers2020 with { Deputies = [] };

    private static readonly EquatableList<RankingRow> Ranking = ElectionStory.Terms.Ranking;

    private static readonly OfficerRules Rotating = new(Sourced(2), Sourced(OfficerMethod.RotationQueue), Election());

    private static readonly OfficerRules Electing = Rotating with { Method = Sourced(OfficerMethod.Election) };

    private static readonly OfficerRules WithoutElection = Rotating with { Election = null };

    private static Cluster0 OpenAlone => Formed
        .And(Who.Official, Appoint with { Officers = Alone, Queue = [] })
        .And(Who.Grain(AcademyKey.National), new ClusterCommand.ReceiveGuidance(Guidance2020, Of(2020)))
        .And(Who.Principal("ninh-thuan"), new ClusterCommand.OpenYear(2020));

    private static Actor Election2021 => Who.Grain(ElectionStory.Key);

    private static ClusterCommand.ProposeOfficers Ask(OfficerRules rules) => new(2021, rules, Ranking);

    private static ClusterCommand.SignHandover Sign(string school) => new(2021, school, Signed);

    private static Cluster0 Electoral => Open.And(Campaign2020, Ask(Electing));

    private static Cluster0 Handed(Cluster0 proposed)
    {
        var officers = StateOf(proposed).Proposed!;
        var recognised = proposed.And(Campaign2020, new ClusterCommand.ApplyRecognition(officers, Recognition));
        return StateOf(recognised).HandoverSigners.Aggregate(recognised, (given, school) => given.And(Who.Principal(school), Sign(school)));
    }

    [Fact]
    public void by_the_method_of_election_the_members_elect_on_frozen_copies()
    {
        var then = Open.When(Campaign2020, Ask(Electing));
        ElectionTerms terms = new(Members, Members, 2, Election(), Ranking, Officers2020);
        then.Events(new ClusterEvent.ElectionCalled(2021, terms));
        var told = Assert.Single(then.Messages());
        Assert.Equal("election:8:2021", told.Target);
        Assert.Equal(new ElectionCommand.Call(terms), CanonicalJson.Read<ElectionCommand>(told.Payload));
    }

    [Fact]
    public void with_somebody_to_follow_a_rotation_elects_nobody() =>
        Open.When(Campaign2020, Ask(Rotating)).Events(new ClusterEvent.OfficersProposed(Officers2021, OfficerMethod.RotationQueue));

    [Fact]
    public void an_empty_queue_falls_to_election() =>
        Assert.Equal(Alone, OpenAlone.When(Campaign2020, Ask(Rotating)).One<ClusterEvent.ElectionCalled>().Terms.InOffice);

    [Fact]
    public void while_the_election_is_under_way_the_cluster_is_not_asked_again_and_the_view_shows_it()
    {
        Electoral.When(Campaign2020, Ask(Electing)).Refused(RefusalCode.AlreadyExists);
        Assert.Equal(2021, ViewOf(Electoral).Election);
        Assert.Null(ViewOf(Electoral.And(Election2021, new ClusterCommand.ApplyElection(2021, Officers2021))).Election);
    }

    [Fact]
    public void the_elected_are_proposed_as_after_a_rotation()
    {
        var then = Electoral.When(Election2021, new ClusterCommand.ApplyElection(2021, Officers2021));
        then.Events(new ClusterEvent.OfficersProposed(Officers2021, OfficerMethod.Election));
        var told = Assert.Single(then.Messages());
        Assert.Equal(new CampaignCommand.NoteProposedOfficers(Officers2021), CanonicalJson.Read<CampaignCommand>(told.Payload));
    }

    [Fact]
    public void only_the_election_of_that_year_brings_its_outcome()
    {
        foreach (var other in new[] { Who.Official, Campaign2020, Who.Grain(new ElectionKey("8", 2022)), Who.Grain(new ElectionKey("9", 2021)) })
            Electoral.When(other, new ClusterCommand.ApplyElection(2021, Officers2021)).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void an_election_that_the_cluster_has_not_called_is_not_applied()
    {
        var apply = new ClusterCommand.ApplyElection(2021, Officers2021);
        Open.When(Election2021, apply).Refused(RefusalCode.ElectionNotCalled);
        Electoral.And(Election2021, apply).When(Election2021, apply).Refused(RefusalCode.ElectionNotCalled);
    }

    [Fact]
    public void who_was_elected_again_hands_over_with_one_signature()
    {
        var again = Officers2020 with { Year = 2021 };
        var handed = Handed(Electoral.And(Election2021, new ClusterCommand.ApplyElection(2021, again)));
        Assert.Equal(again, StateOf(handed).InOffice);
    }

    [Fact]
    public void where_nobody_was_elected_the_first_deputy_acts_and_the_others_stay()
    {
        var acting = new Officers(2021, "binh-thuan", ["binh-duong"], Acting: true);
        var then = Electoral.When(Election2021, new ClusterCommand.ApplyElection(2021, null));
        then.Events(
            new ClusterEvent.HeadVacant(2021, VacancyReason.NobodyElected), new ClusterEvent.OfficersProposed(acting, OfficerMethod.Election));
        var told = Assert.Single(then.Messages());
        Assert.Equal(new CampaignCommand.NoteProposedOfficers(acting), CanonicalJson.Read<CampaignCommand>(told.Payload));
    }

    [Fact]
    public void where_there_is_no_deputy_the_outgoing_head_stays_on_as_acting()
    {
        var stays = new Officers(2021, "ninh-thuan", [], Acting: true);
        OpenAlone.And(Campaign2020, Ask(Electing)).When(Election2021, new ClusterCommand.ApplyElection(2021, null)).Events(
            new ClusterEvent.HeadVacant(2021, VacancyReason.NobodyElected), new ClusterEvent.OfficersProposed(stays, OfficerMethod.Election));
        OpenAlone.When(Campaign2020, Ask(WithoutElection)).Events(
            new ClusterEvent.HeadVacant(2021, VacancyReason.NobodyToFollow), new ClusterEvent.OfficersProposed(stays, OfficerMethod.RotationQueue));
    }

    [Fact]
    public void an_acting_head_comes_into_office_like_any_and_opens_the_next_year()
    {
        var handed = Handed(Electoral.And(Election2021, new ClusterCommand.ApplyElection(2021, null)));
        Assert.Equal(new("binh-thuan", true), (StateOf(handed).InOffice!.Head, StateOf(handed).InOffice!.Acting));
        Assert.Equal(new(2021, VacancyReason.NobodyElected), ViewOf(handed).Vacancy);
        handed.And(Who.Grain(AcademyKey.National), new ClusterCommand.ReceiveGuidance(Guidance2020 with { Year = 2021 }, Of(2021)))
            .When(Who.Principal("binh-thuan"), new ClusterCommand.OpenYear(2021)).One<ClusterEvent.YearOpened>();
    }

    [Fact]
    public void a_vacancy_ends_when_a_head_is_put_into_office()
    {
        var vacant = Handed(OpenAlone.And(Campaign2020, Ask(WithoutElection)));
        Assert.Equal(new(2021, VacancyReason.NobodyToFollow), ViewOf(vacant).Vacancy);
        Assert.Null(ViewOf(vacant.And(Who.Official, Appoint with { Officers = new(2022, "tay-ninh", ["dong-nai"]), Queue = [] })).Vacancy);
    }

    [Fact]
    public void there_is_one_head_in_office_or_a_logged_vacancy_whatever_the_members_decide()
    {
        foreach (var elected in new Officers?[] { null, Officers2021, Officers2020 with { Year = 2021 }, new(2021, "tay-ninh", []) })
        {
            var handed = Handed(Electoral.And(Election2021, new ClusterCommand.ApplyElection(2021, elected)));
            var inOffice = StateOf(handed).InOffice!;
            Assert.Equal(2021, inOffice.Year);
            Assert.Contains(inOffice.Head, Members);
            Assert.Equal(inOffice.Acting, handed.History.OfType<ClusterEvent.HeadVacant>().Any(v => v.Year == 2021));
            Assert.DoesNotContain(inOffice.Head, inOffice.Deputies);
            Assert.Empty(StateOf(handed).Queue.Intersect(inOffice.Deputies.Append(inOffice.Head)));
        }
    }

    [Fact]
    public void a_cluster_without_officers_has_nobody_to_ask() =>
        Formed.When(Campaign2020, Ask(Electing)).Refused(RefusalCode.ClusterWithoutHead);

    private static ClusterView ViewOf(Cluster0 given) => Assert.IsType<ClusterView>(given.Concept.View(given.State)!.Document);
}
