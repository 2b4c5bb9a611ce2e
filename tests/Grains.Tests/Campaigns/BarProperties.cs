using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using FsCheck.Fluent;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

/// <summary>Bars come and go at any time between the ranking and the decisions.</summary>
public sealed class BarProperties
{
    private sealed record Fact(string School, BarKind Kind, bool Lifted)
    {
        public CampaignCommand Command => Lifted
            ? new CampaignCommand.ApplyLifting(new(School, 2020, Kind, Day, Appraisal, "Hết thời hạn"))
            : new CampaignCommand.ApplyBar(new(School, 2020, Kind, Day, Appraisal, "Cảnh cáo tập thể"));
    }

    private sealed record Case(Fact[] BeforeVote, Fact[] BeforeConference, Fact[] BeforeDecision, int Chosen);

    private static readonly DateOnly Day = Moment.Day("2020-05-04");
    private static readonly Campaign0 Ranked = At(Phase.Ranked, SampleRegulation.Of(2020) with { Bars = SampleRegulation.Bars });

    private static readonly FsCheck.Gen<Fact[]> Facts =
        from n in Gen.Choose(0, 4)
        from facts in Gen.ArrayOf(
            from school in Gen.Elements("ninh-thuan", "ninh-thuan", "binh-thuan", "dong-nai")
            from kind in Gen.Elements(Enum.GetValues<BarKind>())
            from lifted in Gen.Elements(false, false, true)
            select new Fact(school, kind, lifted), n)
        select facts;

    private static readonly FsCheck.Gen<Case> Cases =
        from vote in Facts
        from conference in Facts
        from decision in Facts
        from chosen in Gen.Choose(0, 6)
        select new Case(vote, conference, decision, chosen);

    [Fact]
    public void no_barred_school_is_ever_a_candidate_nominated_or_granted_an_award() => Property.Holds(Cases, c =>
    {
        var before = Told(Ranked, c.BeforeVote);
        var candidates = before.When(Head, new CampaignCommand.OpenVote(Award.Flag, Committee)).One<CampaignEvent.VoteOpened>().Candidates;
        Assert.Equal(Roll.Except(Barred(c.BeforeVote)).Order(StringComparer.Ordinal), candidates);

        var chosen = candidates[c.Chosen % candidates.Count];
        var voted = before.Voted(1, Award.Flag, Count(chosen)).Voted(2, Award.Certificate, new(7, 7, 7, 0, []));
        var held = Told(voted, c.BeforeConference).And(Head, Conference);
        var barred = Barred([.. c.BeforeVote, .. c.BeforeConference]).Contains(chosen);
        Assert.Equal(barred ? [] : [chosen], StateOf(held).Nominations.Select(n => n.School));
        Assert.Equal(barred ? [chosen] : [], StateOf(held).Withheld.Select(n => n.School));
        if (barred)
            return;

        var decide = Told(held, c.BeforeDecision).When(Who.Official, new CampaignCommand.DecideNomination(Award.Flag, chosen, true, Appraisal));
        if (Barred([.. c.BeforeVote, .. c.BeforeConference, .. c.BeforeDecision]).Contains(chosen))
            decide.Refused(RefusalCode.SchoolBarred);
        else
            decide.One<CampaignEvent.AwardProposed>();
    }, tests: 100);

    [Fact]
    public void whatever_is_barred_the_ranking_is_the_same() =>
        Property.Holds(Facts, facts => Assert.Equal(StateOf(Ranked).Ranking, StateOf(Told(Ranked, facts)).Ranking), tests: 50);

    [Fact]
    public void the_order_in_which_schools_are_barred_does_not_matter() => Property.Holds(
        from facts in Facts
        let bars = facts.Where(f => !f.Lifted).ToArray()
        from shuffled in Gen.Shuffle(bars)
        select (bars, shuffled),
        pair => Assert.Equal(Candidates(Told(Ranked, pair.bars)), Candidates(Told(Ranked, pair.shuffled))), tests: 50);

    private static EquatableList<string> Candidates(Campaign0 given) =>
        given.When(Head, new CampaignCommand.OpenVote(Award.Flag, Committee)).One<CampaignEvent.VoteOpened>().Candidates;

    private static Campaign0 Told(Campaign0 given, Fact[] facts) => facts.Aggregate(given, (g, fact) => g.And(Cluster, fact.Command));

    // As somebody would with paper and pencil: the latest word on each kind counts.
    private static HashSet<string> Barred(Fact[] facts) => facts
        .Where(f => f.Kind is BarKind.Discipline or BarKind.Complaint)
        .GroupBy(f => (f.School, f.Kind))
        .Where(kind => !kind.Last().Lifted)
        .Select(kind => kind.Key.School)
        .ToHashSet(StringComparer.Ordinal);
}
