using System.Text.Json.Nodes;
using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inspections;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Campaigns;
using ClusterActors.Tests.Clusters;

namespace ClusterActors.Tests.Journal;

public abstract partial class StoreContract
{
    private static readonly DateOnly Today = Moment.Day("2026-03-10");

    private static readonly Deadline PactBy = SampleRegulation.Deadline(Step.PactSignature, "2026-03-07", DeadlineEffect.MarkLate);
    private static readonly Deadline SheetsBy = SampleRegulation.Deadline(Step.SelfScores, "2026-10-15", DeadlineEffect.MarkLate);
    private static readonly Deadline FindingsBy = SampleRegulation.Deadline(Step.Findings, "2026-11-01", DeadlineEffect.Refuse);

    [Fact]
    public async Task a_year_that_nobody_has_opened_shows_the_clusters_and_nothing_of_other_years()
    {
        await ShowAsync(
            NationalSample.Cluster("b", "x", "y", "z"),
            NationalSample.Cluster(NationalSample.Formed("a", "v", "w") with { Number = 8 }),
            NationalSample.Row(NationalSample.Year("a", 2025, ["v", "w"], PactBy).Ranked(("v", 90), ("w", 80))));

        Assert.Equal(
            [
                new ClusterStanding("a", 8, "Cụm a", null, 2, 0, 0, 0, null, Overdue: false),
                new ClusterStanding("b", null, "Cụm b", null, 3, 0, 0, 0, null, Overdue: false),
            ],
            await Store.National.ClustersOfAsync(2026, Today));
        Assert.Empty(await Store.National.ScoresOfAsync(2026));
        Assert.Empty(await Store.National.AwardsOfAsync(2026));
        Assert.Equal(
            [new ClusterOfficers("a", "Cụm a", null, null, [], null), new ClusterOfficers("b", "Cụm b", null, null, [], null)],
            await Store.National.OfficersOfAsync(2026));
    }

    [Fact]
    public async Task a_cluster_stands_where_its_own_story_has_brought_it()
    {
        var story = CampaignStory.At(Phase.CrossInspection);
        var received = new CampaignCommand.ReceiveFindings("tay-ninh", CampaignStory.SheetOf("tay-ninh"));
        story = story.And(Who.Grain(new InspectionKey("8", 2020, "tay-ninh")), received);
        await ShowAsync(NationalSample.Cluster(ClusterStory.StateOf(ClusterStory.Open)), NationalSample.Row(CampaignStory.StateOf(story)));

        Assert.Equal(
            [new ClusterStanding("8", 8, "Miền Đông Nam Bộ", Phase.CrossInspection, 7, 5, 7, 1, null, Overdue: false)],
            await Store.National.ClustersOfAsync(2020, Today));
    }

    [Theory]
    [InlineData("2026-03-06", 0, 0)]
    [InlineData("2026-03-07", 0, 0)]
    [InlineData("2026-03-08", 2, 1)]
    [InlineData("2027-03-07", 2, 365)]
    public async Task schools_are_late_from_the_day_after_the_deadline(string today, int late, int days)
    {
        await ShowAsync(
            NationalSample.Cluster("late", "x", "y", "z"),
            NationalSample.Row(NationalSample.Year("late", 2026, ["x", "y", "z"], SheetsBy, PactBy).Signed("y")),
            NationalSample.Cluster("other", "v", "w"),
            NationalSample.Row(NationalSample.Year("other", 2026, ["v", "w"], SheetsBy with { Day = Moment.Day("2028-01-01") })));

        var standing = await Store.National.ClustersOfAsync(2026, Moment.Day(today));

        Assert.Equal((new NextDeadline(Step.PactSignature, PactBy.Day, 2, late, days), late > 0), (standing[0].Next, standing[0].Overdue));
        Assert.Equal((2, 0, false), (standing[1].Next!.Pending, standing[1].Next!.Late, standing[1].Overdue));
    }

    [Theory]
    [InlineData(Phase.Running, Step.PactSignature, 1)]
    [InlineData(Phase.MidYearReviewed, Step.SelfScores, 2)]
    [InlineData(Phase.SelfScoring, Step.SelfScores, 2)]
    [InlineData(Phase.CrossInspection, Step.Findings, 1)]
    [InlineData(Phase.Ranked, null, 0)]
    [InlineData(Phase.Closed, null, 0)]
    public async Task a_step_that_the_year_has_gone_past_is_waited_for_no_longer(Phase phase, Step? next, int pending)
    {
        var year = NationalSample.Year("t", 2026, ["x", "y", "z"], PactBy, SheetsBy, FindingsBy).Signed("x", "y").HandedIn("x");
        await ShowAsync(
            NationalSample.Cluster("t", "x", "y", "z"),
            NationalSample.Row(year with { Phase = phase }),
            NationalSample.Inspection("t", 2026, "x", InspectionStage.Found),
            NationalSample.Inspection("t", 2026, "y", InspectionStage.Concluded),
            NationalSample.Inspection("t", 2026, "z", InspectionStage.Assigned),
            NationalSample.Inspection("t", 2025, "z", InspectionStage.Concluded));

        var standing = Assert.Single(await Store.National.ClustersOfAsync(2026, Today));

        Assert.Equal((phase, next, pending), (standing.Phase, standing.Next?.Step, standing.Next?.Pending ?? 0));
    }

    [Theory]
    [InlineData(Phase.Guided, Step.Registration, 2)]
    [InlineData(Phase.MidYearReviewed, Step.Registration, 2)]
    [InlineData(Phase.SelfScoring, Step.SelfScores, 3)]
    public async Task schools_that_have_not_registered_are_waited_for_until_the_self_scoring(Phase phase, Step next, int pending)
    {
        var year = NationalSample.Year("t", 2026, ["x", "y", "z"], SheetsBy, SampleRegulation.Deadline(Step.Registration, "2026-03-01", DeadlineEffect.Refuse));
        var gone = MergerStory.Into("x", "gone").Merger;
        await ShowAsync(
            NationalSample.Cluster("t", "x", "y", "z"),
            NationalSample.Row(year with
            {
                Phase = phase,
                Registrations = [new("x", [], Late: false), new("gone", [Award.Flag], Late: false)],
                Departed = [new("gone", gone, HasHeir: false, null, null)],
            }));

        var standing = Assert.Single(await Store.National.ClustersOfAsync(2026, Today));

        Assert.Equal((next, pending, next == Step.Registration ? 9 : 0), (standing.Next!.Step, standing.Next.Pending, standing.Next.DaysLate));
    }

    [Theory]
    [InlineData(Phase.Running, 2, Step.PactSignature, 1)]
    [InlineData(Phase.CrossInspection, 2, Step.Findings, 2)]
    [InlineData(Phase.Ranked, 2, null, 0)]
    public async Task a_school_that_has_left_the_roll_counts_neither_as_done_nor_as_missing(Phase phase, int done, Step? next, int pending)
    {
        var (gone, sheet) = (MergerStory.Into("x", "gone").Merger, SampleRegulation.Sheet());
        var year = NationalSample.Year("t", 2026, ["x", "y", "z"], PactBy, SheetsBy, FindingsBy).Signed("gone", "x", "y");
        await ShowAsync(
            NationalSample.Cluster("t", "x", "y", "z"),
            NationalSample.Row(year with
            {
                Phase = phase,
                Sheets = new[] { "gone", "x", "y" }.Select(school => new Sheet(school, 1, Late: false, sheet, sheet)).ToEquatableList(),
                Departed = [new("gone", gone, HasHeir: false, null, null)],
            }),
            NationalSample.Inspection("t", 2026, "gone", InspectionStage.Concluded),
            NationalSample.Inspection("t", 2026, "x", InspectionStage.Concluded));

        var standing = Assert.Single(await Store.National.ClustersOfAsync(2026, Today));

        Assert.Equal((3, done, done, done), (standing.Members, standing.Signatures, standing.Sheets, standing.Inspected));
        Assert.Equal((next, pending), (standing.Next?.Step, standing.Next?.Pending ?? 0));
    }

    [Fact]
    public async Task equal_totals_of_different_clusters_share_a_national_rank()
    {
        await ShowAsync(
            NationalSample.Row(NationalSample.Year("b", 2026, ["u", "v", "w"]).Ranked(("u", 95.10m), ("v", 95.0999m), ("w", 9.5m))),
            NationalSample.Row(NationalSample.Year("a", 2026, ["x", "y"]).HandedIn("x").Ranked(("x", 100), ("y", 95.1m))),
            NationalSample.Row(NationalSample.Year("a", 2025, ["x", "y"]).Ranked(("x", 99), ("y", 98))));

        Assert.Equal(
            [
                new SchoolScore(1, "x", "a", 1, 100, 83),
                new SchoolScore(2, "y", "a", 2, 95.1m, null),
                new SchoolScore(2, "u", "b", 1, 95.1m, null),
                new SchoolScore(4, "v", "b", 2, 95.0999m, null),
                new SchoolScore(5, "w", "b", 3, 9.5m, null),
            ],
            await Store.National.ScoresOfAsync(2026));
    }

    [Fact]
    public async Task totals_are_the_decimals_of_the_documents()
    {
        decimal[] totals = [123456789012345.6789m, 95.1m, 0.3m, 0.0001m, 0, -2.5m];
        var roll = totals.Select((_, i) => $"s{i}").ToEquatableList();
        await ShowAsync(
            NationalSample.Row(NationalSample.Year("a", 2026, roll).Ranked([.. roll.Zip(totals)])).Changed(d => d["ranking"]![1]!["total"] = JsonNode.Parse("95.10")));

        Assert.Equal(totals, (await Store.National.ScoresOfAsync(2026)).Select(score => score.Total));
    }

    [Fact]
    public async Task what_is_shown_of_a_year_follows_every_change_of_its_document()
    {
        var year = NationalSample.Year("a", 2026, ["x", "y"]).HandedIn("x").Ranked(("x", 100), ("y", 95));
        await ShowAsync(NationalSample.Cluster("a", "x", "y"), NationalSample.Row(year));
        var head = await Store.Journal.ReadAsync(year.Key.ToString());
        await GivenAsync(Sample.Append(head, "op-2") with { View = NationalSample.Row(year.HandedIn("x", "y").Ranked(("y", 99), ("x", 98))) with { Version = 2 } });

        Assert.Equal(
            [new SchoolScore(1, "y", "a", 1, 99, 83), new SchoolScore(2, "x", "a", 2, 98, 83)], await Store.National.ScoresOfAsync(2026));
        Assert.Equal(2, (await Store.National.ClustersOfAsync(2026, Today))[0].Sheets);
    }

    [Fact]
    public async Task nominations_show_what_the_Academy_has_decided_where_the_view_says_so()
    {
        var year = NationalSample.Year("a", 2026, ["x", "y"]) with { Nominations =
            [
                new(Award.Flag, "y", NominationState.Revoked, new("12/QĐ", Moment.Day("2027-01-05")), "Thu hồi"),
                new(Award.Certificate, "x", NominationState.Nominated, null, null),
            ] };
        await ShowAsync(
            NationalSample.Row(NationalSample.Year("b", 2026, ["z", "w"]) with { Nominations = [new(Award.Flag, "w", NominationState.Nominated, null, null)] }),
            NationalSample.Row(year),
            NationalSample.Row(NationalSample.Year("a", 2025, ["x", "y"]) with { Nominations = [new(Award.Flag, "x", NominationState.Nominated, null, null)] }));

        var awards = await Store.National.AwardsOfAsync(2026);

        Assert.Equal(
            [
                new AwardNomination("a", 2026, "y", Award.Flag, NominationState.Revoked, new("12/QĐ", Moment.Day("2027-01-05")), "Thu hồi"),
                new AwardNomination("a", 2026, "x", Award.Certificate, NominationState.Nominated, null, null),
                new AwardNomination("b", 2026, "w", Award.Flag, NominationState.Nominated, null, null),
            ],
            awards);
    }

    [Fact]
    public async Task officers_are_those_in_office_those_of_a_past_year_or_those_to_come()
    {
        await ShowAsync(
            NationalSample.Cluster(ClusterStory.StateOf(ClusterStory.Recognised)),
            NationalSample.Row(NationalSample.Year("8", 2019, ["dong-nai", "tay-ninh", "binh-phuoc"])),
            NationalSample.Row(NationalSample.Year("8", 2020, ["dong-nai", "tay-ninh", "binh-phuoc"])),
            NationalSample.Cluster(NationalSample.Formed("9", "x", "y") with { Proposed = new(2021, "y", ["x"], Acting: true) }));
        const string Name = "Miền Đông Nam Bộ";

        Assert.Equal(
            new ClusterOfficers("8", Name, OfficerStanding.InOffice, "dong-nai", ["tay-ninh"], null), (await Store.National.OfficersOfAsync(2019))[0]);
        Assert.Equal(
            new ClusterOfficers("8", Name, OfficerStanding.InOffice, "ninh-thuan", ["binh-thuan", "binh-duong"], null),
            (await Store.National.OfficersOfAsync(2020))[0]);
        Assert.Equal(
            [
                new ClusterOfficers("8", Name, OfficerStanding.Recognised, "binh-thuan", ["binh-duong", "binh-phuoc"], null),
                new ClusterOfficers("9", "Cụm 9", OfficerStanding.Proposed, "y", ["x"], "y"),
            ],
            await Store.National.OfficersOfAsync(2021));
    }

    [Fact]
    public async Task a_dissolved_cluster_is_shown_in_its_years_and_in_no_other()
    {
        await ShowAsync(
            NationalSample.Cluster(NationalSample.Formed("8", "x", "y") with { Dissolution = new(Moment.Day("2021-02-03"), new("550-QĐ/HVCTQG", Moment.Day("2021-02-03")), "Thành lập cụm mới") }),
            NationalSample.Row(NationalSample.Year("8", 2020, ["x", "y"])),
            NationalSample.Cluster("dnb", "x", "y"));

        Assert.Equal(["8", "dnb"], (await Store.National.ClustersOfAsync(2020, Today)).Select(c => c.Cluster));
        Assert.Equal(["dnb"], (await Store.National.ClustersOfAsync(2021, Today)).Select(c => c.Cluster));
        Assert.Equal(["8", "dnb"], (await Store.National.OfficersOfAsync(2020)).Select(c => c.Cluster));
        Assert.Equal(["dnb"], (await Store.National.OfficersOfAsync(2021)).Select(c => c.Cluster));
    }

    [Fact]
    public async Task a_thousand_clusters_give_a_thousand_rows_in_order()
    {
        var clusters = Enumerable.Range(0, 1000).Select(n => $"c{n}").ToArray();
        await ShowAsync([.. clusters.Select(c => NationalSample.Cluster(c, "x", "y"))]);
        await ShowAsync([.. clusters.Select((c, n) => NationalSample.Row(
            NationalSample.Year(c, 2026, ["x", "y"], PactBy).Signed("x").Ranked(("x", n), ("y", n)) with { Phase = Phase.PactOpen }))]);

        var standings = await Store.National.ClustersOfAsync(2026, Today);

        Assert.Equal(clusters.Order(StringComparer.Ordinal), standings.Select(s => s.Cluster));
        Assert.All(standings, s => Assert.Equal(new(Step.PactSignature, PactBy.Day, 1, 1, 3), s.Next));
        var scores = await Store.National.ScoresOfAsync(2026);
        Assert.Equal(Enumerable.Range(0, 2000).Select(n => 1 + (n / 2 * 2)), scores.Select(s => s.NationalRank));
        Assert.Equal(clusters.Length, (await Store.National.OfficersOfAsync(2026)).Count(o => o.Standing == OfficerStanding.InOffice));
    }

    /// <summary>Each row with one event, so that its stream is there.</summary>
    private Task ShowAsync(params ViewRow[] rows) => Task.WhenAll(rows.Select(row =>
        GivenAsync(Sample.Append(ClusterActors.Journal.History.None(row.Stream), "op-1") with { View = row })));
}
