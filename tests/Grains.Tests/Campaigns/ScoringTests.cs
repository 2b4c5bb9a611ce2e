using System.Globalization;
using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Campaigns.CampaignStory;

namespace ClusterActors.Tests.Campaigns;

public sealed class ScoringTests
{
    private static Then<CampaignState, CampaignCommand, CampaignEvent> Submit(EquatableList<Score> scores, Actor? actor = null, string school = "tay-ninh") =>
        At(Phase.SelfScoring).When(actor ?? Who.Officer("tay-ninh"), new CampaignCommand.SubmitSelfScores(school, scores));

    [Fact]
    public void a_school_hands_in_its_sheet_and_may_hand_it_in_anew()
    {
        var first = Submit(SampleRegulation.Sheet()).Events(new CampaignEvent.SelfScoresSubmitted("tay-ninh", SampleRegulation.Sheet(), false));
        Assert.Equal(1, StateOf(first).SheetOf("tay-ninh")!.Version);
        var again = new CampaignCommand.SubmitSelfScores("tay-ninh", SampleRegulation.Sheet(1));
        first.When(Who.Principal("tay-ninh"), again).Refused(RefusalCode.ReasonRequired);
        var second = first.And(Who.Principal("tay-ninh"), again with { Reason = "Nhập nhầm điểm đề tài" });
        Assert.Equal(new("tay-ninh", 2, false, SampleRegulation.Sheet(1), []), Assert.Single(StateOf(second).Sheets));
    }

    [Fact]
    public void nobody_hands_in_the_sheet_of_another()
    {
        foreach (var other in new[] { Head, Who.Visitor("tay-ninh"), Who.Official, Who.Grain(new SchoolKey("tay-ninh")) })
            Submit(SampleRegulation.Sheet(), other).Refused(RefusalCode.Forbidden);
        Submit(SampleRegulation.Sheet(), Who.Principal("can-tho"), "can-tho").Refused(RefusalCode.NotAMember);
    }

    [Theory]
    [InlineData("topics", "30.01", RefusalCode.ScoreAboveMaximum)]
    [InlineData("topics", "79228162514264337593543950335", RefusalCode.ScoreAboveMaximum)]
    [InlineData("topics", "-0.01", RefusalCode.ScoreNegative)]
    [InlineData("topics", "-79228162514264337593543950335", RefusalCode.ScoreNegative)]
    [InlineData("topics", "9.501", RefusalCode.ScoreTooManyDecimals)]
    [InlineData("topics", "0.0000000000000000000000000001", RefusalCode.ScoreTooManyDecimals)]
    public void points_lie_between_zero_and_the_maximum_and_are_not_too_fine(string criterion, string points, string code) =>
        Submit(SampleRegulation.SheetWith(criterion, decimal.Parse(points, CultureInfo.InvariantCulture))).Refused(code);

    [Theory]
    [InlineData("topics", "30")]
    [InlineData("topics", "30.000000")]
    [InlineData("topics", "0")]
    [InlineData("late-reports", "5")]
    public void the_bounds_themselves_are_taken(string criterion, string points) =>
        Submit(SampleRegulation.SheetWith(criterion, decimal.Parse(points, CultureInfo.InvariantCulture))).One<CampaignEvent.SelfScoresSubmitted>();

    [Fact]
    public void every_criterion_is_scored_once()
    {
        var whole = SampleRegulation.Sheet();
        Submit([]).Refused(RefusalCode.CriterionMissing);
        Submit([.. whole.Skip(1)]).Refused(RefusalCode.CriterionMissing);
        Submit([.. whole, whole[0]]).Refused(RefusalCode.CriterionTwice);
        Submit([.. whole, new("charity", 1)]).Refused(RefusalCode.CriterionUnknown);
        Submit([.. whole.Skip(1), new("Teaching", 1)]).Refused(RefusalCode.CriterionUnknown);
    }

    [Fact]
    public void a_sheet_after_the_deadline_is_marked_late_or_refused_as_the_regulation_says()
    {
        var command = new CampaignCommand.SubmitSelfScores("tay-ninh", SampleRegulation.Sheet());
        foreach (var (effect, late) in new[] { (DeadlineEffect.MarkLate, true), (DeadlineEffect.Refuse, false) })
        {
            var given = At(Phase.SelfScoring, SampleRegulation.Of(2020) with { Deadlines = [SampleRegulation.Deadline(Step.SelfScores, "2020-10-15", effect)] });
            Assert.False(given.When(Who.Officer("tay-ninh"), command, Moment.Noon("2020-10-15")).One<CampaignEvent.SelfScoresSubmitted>().Late);
            var after = given.When(Who.Officer("tay-ninh"), command, Moment.Noon("2020-10-16"));
            if (late)
                Assert.True(after.One<CampaignEvent.SelfScoresSubmitted>().Late);
            else
                after.Refused(RefusalCode.DeadlinePassed);
        }
    }

    [Fact]
    public void cross_inspection_waits_for_every_sheet()
    {
        var given = At(Phase.SelfScoring);
        foreach (var school in Roll)
        {
            given.When(Head, new CampaignCommand.OpenCrossInspection()).Refused(RefusalCode.SheetsMissing);
            given = given.And(Who.Officer(school), new CampaignCommand.SubmitSelfScores(school, SheetOf(school)));
        }

        given.When(Head, new CampaignCommand.OpenCrossInspection()).One<CampaignEvent.SheetsClosed>();
    }

    [Fact]
    public void the_draw_waits_for_a_seed_that_is_asked_for_after_the_sheets_were_closed()
    {
        var closed = At(Phase.SelfScoring);
        closed = Roll.Aggregate(closed, (g, school) => g.And(Who.Officer(school), new CampaignCommand.SubmitSelfScores(school, SheetOf(school))));
        var then = closed.When(Head, new CampaignCommand.OpenCrossInspection());
        var asked = Assert.Single(then.Messages());
        Assert.Equal("beacon:8", asked.Target);
        Assert.Equal(new BeaconCommand.DrawSeed("campaign:8:2020 cross-inspection 1"), CanonicalJson.Read<BeaconCommand>(asked.Payload));

        var waiting = then.Accepted();
        waiting.When(Who.Officer("tay-ninh"), new CampaignCommand.SubmitSelfScores("tay-ninh", SheetOf("tay-ninh"), "Quá muộn")).Refused(RefusalCode.WrongPhase);
        foreach (var other in new[] { Head, Who.Official, Cluster, Who.Grain(new BeaconKey("9")), Who.Grain(Key) })
            waiting.When(other, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn)).Refused(RefusalCode.Forbidden);
        waiting.When(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 vote 1", Drawn)).Refused(RefusalCode.SeedNotAsked);
        waiting.When(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn)).One<CampaignEvent.InspectionsDrawn>();
    }

    [Fact]
    public void the_draw_is_replayed_from_its_seed_does_not_depend_on_the_order_of_sheets_and_every_inspection_is_told_its_team()
    {
        var deadline = SampleRegulation.Deadline(Step.Findings, "2020-11-01", DeadlineEffect.Refuse);
        Then<CampaignState, CampaignCommand, CampaignEvent> DrawAfter(IEnumerable<string> order) => order.Aggregate(
            At(Phase.SelfScoring, SampleRegulation.Of(2020) with { Deadlines = [deadline] }),
            (g, school) => g.And(Who.Officer(school), new CampaignCommand.SubmitSelfScores(school, SheetOf(school))))
            .And(Head, new CampaignCommand.OpenCrossInspection())
            .When(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn));

        var then = DrawAfter(Roll);
        var drawn = then.One<CampaignEvent.InspectionsDrawn>();
        var replayed = InspectionDraw.Of(new(Roll.Reverse().ToEquatableList(), 2, [], []), [], [], 1, Convert.FromHexString(drawn.Seed));
        Assert.Equal(new InspectionOutcome.Drawn(drawn.Pairs, DrawMethod.Rotation, []), replayed);
        Assert.Equal((DrawMethod.Rotation, []), (drawn.How, drawn.Relaxed));
        Assert.Equal(drawn, DrawAfter(Roll.Reverse()).One<CampaignEvent.InspectionsDrawn>());

        var pairs = then.One<CampaignEvent.InspectionsDrawn>().Pairs;
        Assert.Equal(Roll.Count + 1, then.Messages().Count);
        Assert.Equal(new ClusterCommand.NoteInspections(2020, pairs), CanonicalJson.Read<ClusterCommand>(Assert.Single(then.Messages(), m => m.Target == "cluster:8").Payload));
        foreach (var school in Roll)
        {
            var told = Assert.Single(then.Messages(), m => m.Target == $"inspection:8:2020:{school}");
            var team = pairs.Where(p => p.Inspected == school).Select(p => p.Inspector).ToEquatableList();
            Assert.Equal(
                new InspectionCommand.Assign(team, SampleRegulation.Scores, SheetOf(school), deadline, 1), CanonicalJson.Read<InspectionCommand>(told.Payload));
        }
    }

    private static Then<CampaignState, CampaignCommand, CampaignEvent> DrawOfFour(EquatableList<Relaxation>? allowed, EquatableList<Relaxation>? agreed)
    {
        var rules = new InspectionRules(SampleRegulation.Sourced(4), allowed is null ? null : SampleRegulation.Sourced(allowed));
        return Roll.Aggregate(
            At(Phase.SelfScoring, SampleRegulation.Of(2020) with { Inspection = rules }),
            (g, school) => g.And(Who.Officer(school), new CampaignCommand.SubmitSelfScores(school, SheetOf(school))))
            .When(Head, new CampaignCommand.OpenCrossInspection(agreed));
    }

    private static string DetailOf(Then<CampaignState, CampaignCommand, CampaignEvent> then)
    {
        then.Refused(RefusalCode.InspectionImpossible);
        return Assert.IsType<ClusterActors.Journal.Decision<CampaignEvent>.Refuse>(then.Decision).Refusal.Detail;
    }

    [Fact]
    public void a_cluster_too_small_for_the_regulation_cannot_draw_and_is_told_what_to_agree_to()
    {
        Assert.Contains("no further relaxation", DetailOf(DrawOfFour(null, null)), StringComparison.Ordinal);
        EquatableList<Relaxation> allowed = [Relaxation.Load, Relaxation.Reciprocal];
        Assert.Contains("'load'", DetailOf(DrawOfFour(allowed, null)), StringComparison.Ordinal);
        Assert.Contains("'load'", DetailOf(DrawOfFour(allowed, [])), StringComparison.Ordinal);
    }

    [Fact]
    public void what_the_head_has_agreed_to_and_the_draw_has_used_is_recorded()
    {
        EquatableList<Relaxation> allowed = [Relaxation.Repeat, Relaxation.Load, Relaxation.Reciprocal];
        Assert.Contains("'reciprocal'", DetailOf(DrawOfFour([Relaxation.Reciprocal], [])), StringComparison.Ordinal);
        var closed = DrawOfFour(allowed, [Relaxation.Repeat, Relaxation.Load]).Events(new CampaignEvent.SheetsClosed(1, [Relaxation.Repeat, Relaxation.Load]));
        var byLoad = closed.When(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn)).One<CampaignEvent.InspectionsDrawn>();
        Assert.Equal(Relaxation.Load, Assert.Single(byLoad.Relaxed!).Rule);
        Assert.Empty(InspectionPlan.Violations(new(Roll, 4, [], []), byLoad.Pairs, [Relaxation.Load]));
    }

    [Fact]
    public void a_draw_that_fails_is_asked_for_again_with_another_seed()
    {
        var failed = At(Phase.Drawing).With(new CampaignEvent.DrawFailed("No draw was found within 1 steps.", new('b', 64)));
        Assert.Equal(Phase.Drawing, StateOf(failed).Phase);
        failed.When(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn)).Refused(RefusalCode.SeedNotAsked);
        At(Phase.Drawing).When(Head, new CampaignCommand.OpenCrossInspection()).Refused(RefusalCode.WrongPhase);
        var again = failed.When(Head, new CampaignCommand.OpenCrossInspection()).Events(new CampaignEvent.SheetsClosed(2, []));
        again.When(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn)).Refused(RefusalCode.SeedNotAsked);
        again.When(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 2", Drawn)).One<CampaignEvent.InspectionsDrawn>();
    }

    [Fact]
    public void the_draw_keeps_last_years_pairs_and_declared_conflicts_apart()
    {
        var before = At(Phase.CrossInspection);
        var pairs = StateOf(before).Inspections;
        var opening = Opening() with { LastYear = pairs };
        var other = Unopened.And(Cluster, opening);
        foreach (var e in At(Phase.Drawing).History.Skip(1))
            other = e is CampaignEvent.SheetsClosed ? other : other.With(e);
        var conflict = pairs[0];
        other = other.With(new CampaignEvent.ConflictDeclared(conflict.Inspector, conflict.Inspected, "Hai hiệu trưởng là vợ chồng"));
        var drawn = other.And(Head, new CampaignCommand.OpenCrossInspection()).When(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn)).One<CampaignEvent.InspectionsDrawn>();
        Assert.Empty(drawn.Pairs.Intersect(pairs));
        Assert.DoesNotContain(new InspectionPair(conflict.Inspected, conflict.Inspector), drawn.Pairs);
    }

    [Fact]
    public void nothing_is_agreed_to_that_the_regulation_does_not_allow_nor_out_of_its_order()
    {
        DrawOfFour(null, [Relaxation.Repeat]).Refused(RefusalCode.RelaxationNotAllowed);
        DrawOfFour([Relaxation.Repeat, Relaxation.Load], [Relaxation.Load]).Refused(RefusalCode.RelaxationNotAllowed);
        DrawOfFour([Relaxation.Repeat], [Relaxation.Repeat, Relaxation.Reciprocal]).Refused(RefusalCode.RelaxationNotAllowed);
        DrawOfFour([Relaxation.Repeat], [Relaxation.Repeat, Relaxation.Repeat]).Refused(RefusalCode.RelaxationNotAllowed);
    }

    [Fact]
    public void findings_come_from_that_schools_inspection_alone()
    {
        var command = new CampaignCommand.ReceiveFindings("tay-ninh", SheetOf("tay-ninh"));
        At(Phase.CrossInspection).When(Who.Grain(new InspectionKey("8", 2020, "tay-ninh")), command)
            .Events(new CampaignEvent.FindingsReceived("tay-ninh", SheetOf("tay-ninh")));
        foreach (var other in new[]
        {
            Head, Who.Official, Who.Principal("tay-ninh"), Who.Grain(new InspectionKey("8", 2020, "dong-nai")), Who.Grain(new InspectionKey("8", 2021, "tay-ninh")),
            Who.Grain(new InspectionKey("9", 2020, "tay-ninh")), Cluster,
        })
            At(Phase.CrossInspection).When(other, command).Refused(RefusalCode.Forbidden);
        At(Phase.CrossInspection).When(Who.Grain(new InspectionKey("8", 2020, "can-tho")), new CampaignCommand.ReceiveFindings("can-tho", []))
            .Refused(RefusalCode.NotAMember);
    }

    [Fact]
    public void findings_are_a_whole_sheet() =>
        At(Phase.CrossInspection).When(Who.Grain(new InspectionKey("8", 2020, "tay-ninh")), new CampaignCommand.ReceiveFindings("tay-ninh", []))
            .Refused(RefusalCode.CriterionMissing);

    [Fact]
    public void the_ranking_waits_for_every_finding_and_is_computed_from_the_verified_scores()
    {
        var given = At(Phase.CrossInspection);
        foreach (var school in Roll)
        {
            given.When(Head, new CampaignCommand.FixRanking()).Refused(RefusalCode.FindingsMissing);
            given = given.And(Who.Grain(new InspectionKey("8", 2020, school)), new CampaignCommand.ReceiveFindings(school, SampleRegulation.Sheet(school == "tay-ninh" ? 1 : 0)));
        }

        var ranking = given.When(Head, new CampaignCommand.FixRanking()).One<CampaignEvent.RankingFixed>().Ranking;
        Assert.Equal(new(1, "tay-ninh", 84, 3, 0), ranking[0]);
        Assert.Equal(Roll.Where(s => s != "tay-ninh").Order(StringComparer.Ordinal), ranking.Skip(1).Select(r => r.School));
        Assert.All(ranking.Skip(1), row => Assert.Equal((2, 83m), (row.Rank, row.Total)));
    }
}
