using System.Text.Json.Nodes;
using ClusterActors.Play;
using ClusterActors.Play.Data;

namespace ClusterActors.Tests;

/// <summary>Several years in one journal: what sources tell of them comes out.</summary>
public sealed class HistoryTests
{
    [CiFact]
    public async Task two_years_with_the_clusters_formed_anew_between_them_go_on_where_they_were_killed()
    {
        using var folder = new TempFolder();
        foreach (var point in (string[])["7: sign-handover.head", "dissolve-cluster.4", "dnb: record-count.flag"])
        {
            using var killed = SiloProcess.Start("play", "--years", "2020-2021", "--json", "--data", folder.Path);
            Assert.True(await killed.KillAtAsync(point), $"It never came to '{point}': {killed.Error}");
        }

        var history = await PlayedAsync(folder, "2020-2021");
        Assert.Equal(63, (int)history["schools"]!);
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], Clusters(history, 2020));
        Assert.Equal(["bgpb", "btb", "dbscl", "dbsh", "dnb", "ntb-tn", "tdmnpb"], Clusters(history, 2021).Order(StringComparer.Ordinal));
        Assert.Equal(("ninh-thuan", "binh-thuan"), (Award(history, 2020, "8", "flag"), Award(history, 2020, "8", "certificate")));
        NamedOfficersServe(history, 2020, 2021);
        OfficersOfDissolvedClustersServeTheNewOnes(history);
        StatedFiguresComeOut(history, 2020, 2021);
    }

    [CiFact]
    public async Task the_history_of_2015_to_2026_ends_with_34_schools_and_every_officer_and_figure_that_sources_name()
    {
        using var folder = new TempFolder();
        foreach (var point in (string[])["3: recognise-officers", "merge-schools.phu-tho", "btb: open-cross-inspection"])
        {
            using var killed = SiloProcess.Start("play", "--years", "2015-2026", "--json", "--data", folder.Path);
            Assert.True(await killed.KillAtAsync(point), $"It never came to '{point}': {killed.Error}");
        }

        var history = await PlayedAsync(folder, "2015-2026");
        Assert.Equal(34, (int)history["schools"]!);
        Assert.Equal(Enumerable.Range(2015, 12), history["years"]!.AsArray().Select(y => (int)y!["year"]!));
        Assert.All(history["years"]!.AsArray(), year => Assert.Equal((int)year!["year"]! < 2021 ? 10 : 7, year["clusters"]!.AsArray().Count));
        Assert.All(history["years"]!.AsArray(), year => Assert.Equal((int)year!["year"]! < 2025 ? 63 : 34, year["clusters"]!.AsArray().Sum(c => c!["members"]!.AsArray().Count)));
        Assert.Equal("ninh-thuan", Award(history, 2020, "8", "flag"));
        NamedOfficersServe(history, 2015, 2026);
        OfficersOfDissolvedClustersServeTheNewOnes(history);
        StatedFiguresComeOut(history, 2015, 2026);

        using var verify = SiloProcess.Start("verify", "--data", folder.Path);
        var (sound, report) = await verify.FinishAsync();
        Assert.True(sound == 0, report);
    }

    [Fact]
    public void shares_add_up_to_what_a_source_states_and_parts_to_their_whole()
    {
        var files = new DataFolder(SiloProcess.DataFiles);
        foreach (var year in History.Load(files, 2015, 2026).Years)
        {
            foreach (var cluster in year.Year.Clusters.Where(c => c.Statistics is not null))
                Assert.All(cluster.Statistics!.Figures, stated => Assert.Equal(stated.Value.Value, Reports([cluster]).Sum(r => r.Figures[stated.Key].Value)));
            foreach (var stated in year.Nation?.Figures ?? [])
                Assert.Equal(stated.Value.Value, Reports(year.Year.Clusters).Sum(r => r.Figures[stated.Key].Value));
            var parts = year.Year.Regulation.Rules.Statistics!.Indicators!.Where(i => i.PartOf is not null).GroupBy(i => i.PartOf!).ToList();
            Assert.All(Reports(year.Year.Clusters), report => Assert.All(
                parts.Where(p => report.Figures.ContainsKey(p.Key.Whole!)),
                p => Assert.True(p.Sum(i => report.Figures.GetValueOrDefault(i.Code)?.Value ?? 0) <= report.Figures[p.Key.Whole!].Value, $"{report.School}: {p.Key.Whole} by {p.Key.By}")));
        }

        static IEnumerable<SampleReport> Reports(IEnumerable<ClusterYear> clusters) => clusters.SelectMany(c => c.Sample.Reports ?? []);
    }

    [Fact]
    public void in_a_history_nobody_is_elected_by_invented_votes_and_the_seven_are_formed_by_the_decision_that_is_known()
    {
        var years = History.Load(new(SiloProcess.DataFiles), 2015, 2026).Years;
        Assert.All(years.SelectMany(y => y.Year.Clusters), c => Assert.Null(c.Sample.Election));
        Assert.Equal("ha-nam", years.Single(y => y.Year.Year == 2020).Year.Clusters.Single(c => c.Cluster.Code == "4").NextKnown!.Head);
        Assert.All(
            years.SelectMany(y => y.Year.Clusters.Select(c => (y.Year.Year, c.FormedBy))),
            c => Assert.Equal(c.Year == 2021 ? "550-QĐ/HVCTQG" : null, c.FormedBy?.Decision.Number));
    }

    [Fact]
    public void of_two_schools_the_one_is_founded_that_a_source_says_was_founded()
    {
        var year = History.Load(new(SiloProcess.DataFiles), 2025, 2025).Years[0];
        var founded = Assert.Single(year.Mergers, m => m.Founded is not null);
        Assert.Equal(("le-duan", "07-QĐ/TU", "quang-binh quang-tri"), (founded.Founded!.Code, founded.Decision!.Number, string.Join(' ', founded.Absorbed)));
        Assert.Equal("btb", year.Year.Clusters.Single(c => c.LastMembers.Contains("le-duan")).Cluster.Code);
        Assert.Equal(34, year.Year.Clusters.Sum(c => c.LastMembers.Length));
    }

    [Fact]
    public void the_guidance_has_a_theme_only_in_the_years_of_which_a_source_names_one()
    {
        var years = History.Load(new(SiloProcess.DataFiles), 2015, 2026).Years;
        Assert.Equal([2020, 2021, 2022, 2023, 2024, 2025], years.Where(y => y.Year.National.Guidance.Theme is not null).Select(y => y.Year.Year));
        Assert.Equal([(2025, "Huế")], years.SelectMany(y => y.Renamings.Select(r => (y.Year.Year, r.Province))));
    }

    [Theory]
    [InlineData(2019, "8", "conference", "2019-11-22 ba-ria-vung-tau")]
    [InlineData(2021, "dbscl", "pact", "2021-04-02")]
    [InlineData(2022, "ntb-tn", "conference", "2022-11-21 quang-nam")]
    [InlineData(2023, "dbsh", "conference", "2023-11-10 hung-yen")]
    [InlineData(2023, "dnb", "review", "2023-06-20 tay-ninh")]
    [InlineData(2024, "dnb", "conference", "2024-11-09 tay-ninh")]
    public void meetings_that_sources_tell_of_are_held_when_and_where_they_say(int year, string cluster, string meeting, string expected)
    {
        var played = History.Load(new(SiloProcess.DataFiles), year, year).Years[0].Year.Clusters.Single(c => c.Cluster.Code == cluster);
        Assert.Equal(expected, meeting switch
        {
            "pact" => played.Sample.Pact.SignedOn,
            "review" => $"{played.Sample.MidYearReview.HeldOn} {played.Sample.MidYearReview.Host}",
            _ => $"{played.Known!.Conference!.Date} {played.Known.Conference.Host}",
        });
    }

    [Fact]
    public void years_without_a_decision_on_their_clusters_are_refused()
    {
        using var folder = new TempFolder();
        var data = new DataCopy(folder.Sub("data"));
        data.Change("history.json", plan => plan["reforming"] = new JsonArray());
        Assert.Equal(DataCode.Missing, Assert.Throws<DataException>(() => Player.LoadHistory(data.Path, 2020, 2021)).Code);
    }

    [Fact]
    public void a_line_that_leaves_a_member_out_is_refused()
    {
        using var folder = new TempFolder();
        var data = new DataCopy(folder.Sub("data"));
        data.Change("history.json", plan => plan["lines"]![0]!["schools"]!.AsArray().RemoveAt(0));
        Assert.Equal(DataCode.OfficerNotAMember, Assert.Throws<DataException>(() => Player.LoadHistory(data.Path, 2015, 2016)).Code);
    }

    [Fact]
    public void members_that_mergers_do_not_leave_are_refused()
    {
        using var folder = new TempFolder();
        var data = new DataCopy(folder.Sub("data"));
        data.Change("mergers-2025.json", mergers => mergers.AsArray().RemoveAt(0));
        Assert.Equal(DataCode.Malformed, Assert.Throws<DataException>(() => Player.LoadHistory(data.Path, 2025, 2026)).Code);
    }

    [Theory]
    [InlineData("--years", "2020")]
    [InlineData("--years", "2021-2020")]
    [InlineData("--years", "2020-2021", "--cluster", "8")]
    [InlineData("--years", "2020-2021", "--year", "2020")]
    public async Task years_are_named_by_the_first_and_the_last_and_nothing_else(params string[] options)
    {
        using var play = SiloProcess.Start(["play", .. options]);
        Assert.Equal(2, (await play.FinishAsync()).ExitCode);
        Assert.Matches("Years are named as|--years plays all clusters", play.Error);
    }

    private static async Task<JsonNode> PlayedAsync(TempFolder folder, string years)
    {
        using var play = SiloProcess.Start("play", "--years", years, "--json", "--data", folder.Path);
        var (exit, output) = await play.FinishAsync();
        Assert.True(exit == 0, play.Error);
        return JsonNode.Parse(output)!;
    }

    // Deputies whom a source leaves out may be anybody; whom it names must be among them.
    private static void NamedOfficersServe(JsonNode history, int first, int last)
    {
        var named = Read("officers.json").Where(o => Played(history, o!, first, last)).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, officers =>
        {
            var serving = Cluster(history, (int)officers!["year"]!, (string)officers["cluster"]!)["officers"]!;
            Assert.Equal((string)officers["head"]!, (string)serving["head"]!);
            Assert.Empty(Deputies(officers).Except(Deputies(serving)));
            Assert.Equal((string)officers["evidence"]!, (string)serving["evidence"]!);
            Assert.Equal([(string)officers["head"]!, .. Deputies(officers)], serving["named"]!.AsArray().Select(n => (string)n!));
        });
    }

    // Clusters 8 and 4 were dissolved before the officers could serve whom sources name for 2021; those served the clusters that followed them.
    private static void OfficersOfDissolvedClustersServeTheNewOnes(JsonNode history)
    {
        foreach (var (before, after) in (ReadOnlySpan<(string, string)>)[("8", "dnb"), ("4", "dbsh")])
        {
            var named = Read("officers.json").Single(o => (string)o!["cluster"]! == before && (int)o["year"]! == 2021)!;
            var serving = Cluster(history, 2021, after)["officers"]!;
            Assert.Equal((string)named["head"]!, (string)serving["head"]!);
            Assert.Empty(Deputies(named).Except(Deputies(serving)));
        }
    }

    private static void StatedFiguresComeOut(JsonNode history, int first, int last)
    {
        foreach (var stated in Read("statistics.json").Where(s => (int)s!["year"]! >= first && (int)s["year"]! <= last))
        {
            var year = (int)stated!["year"]!;
            var scope = (string)stated["scope"]!;
            var totals = (scope == "national" ? Year(history, year) : Cluster(history, year, scope["cluster:".Length..]))["statistics"]!;
            Assert.All(stated["figures"]!.AsObject(), figure => Assert.Equal(
                ((decimal)figure.Value!["value"]!, (string?)figure.Value["qualifier"], "source"),
                ((decimal)totals[figure.Key]!["value"]!, (string?)totals[figure.Key]!["qualifier"], (string?)totals[figure.Key]!["evidence"])));
        }
    }

    // Of a cluster that was dissolved before its next officers could serve there is no year.
    private static bool Played(JsonNode history, JsonNode officers, int first, int last) =>
        (int)officers["year"]! >= first && (int)officers["year"]! <= last && Clusters(history, (int)officers["year"]!).Contains((string)officers["cluster"]!);

    private static JsonArray Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(SiloProcess.DataFiles, file)))!.AsArray();

    private static JsonNode Year(JsonNode history, int year) => history["years"]!.AsArray().Single(y => (int)y!["year"]! == year)!;

    private static IEnumerable<string> Clusters(JsonNode history, int year) => Year(history, year)["clusters"]!.AsArray().Select(c => (string)c!["cluster"]!);

    private static JsonNode Cluster(JsonNode history, int year, string code) => Year(history, year)["clusters"]!.AsArray().Single(c => (string)c!["cluster"]! == code)!;

    private static IEnumerable<string> Deputies(JsonNode officers) => officers["deputies"]!.AsArray().Select(d => (string)d!);

    private static string? Award(JsonNode history, int year, string cluster, string award) =>
        (string?)Cluster(history, year, cluster)["awards"]!.AsArray().SingleOrDefault(a => (string)a!["award"]! == award)?["school"];
}
