using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

public sealed class PlayTests
{
    [Fact]
    public async Task the_south_east_cluster_of_2020_ends_as_its_source_says_and_twice_the_same()
    {
        using var folder = new TempFolder();
        using var first = SiloProcess.Play(folder.Sub("a"));
        var (exit, output) = await first.FinishAsync();
        Assert.True(exit == 0, first.Error);

        Assert.StartsWith(
            """{"year":2020,"clusters":[{"cluster":"8","members":7,"signed":7,"flag":["ninh-thuan"],"certificate":["binh-thuan"],"nextOfficers":{"year":2021,"head":"binh-thuan","deputies":["binh-duong","binh-phuoc"]},"headInOffice":"binh-thuan",""",
            output,
            StringComparison.Ordinal);
        Assert.Equal("closed", (string?)JsonNode.Parse(output)!["clusters"]![0]!["phase"]);

        using var again = SiloProcess.Play(folder.Sub("a"));
        Assert.Equal((0, output), await again.FinishAsync());
        using var elsewhere = SiloProcess.Play(folder.Sub("b"));
        Assert.Equal((0, output), await elsewhere.FinishAsync());

        using var verify = SiloProcess.Start("verify", "--data", folder.Sub("a"));
        var (sound, report) = await verify.FinishAsync();
        Assert.Equal(0, sound);
        Assert.Contains("The journal is sound.", report, StringComparison.Ordinal);
    }

    [CiFact]
    public async Task without_json_it_ends_with_a_table_that_marks_each_outcome()
    {
        using var folder = new TempFolder();
        using var play = SiloProcess.Start("play", "--year", "2020", "--cluster", "8", "--data", folder.Sub("a"));
        var (exit, output) = await play.FinishAsync();
        Assert.True(exit == 0, play.Error);
        Assert.Matches(@"Flag \(Cờ thi đua\) +ninh-thuan +source", output);
        Assert.Matches(@"Mean score +91\.36 +sample", output);
        Assert.Contains("[110/110] close-year", play.Error, StringComparison.Ordinal);
    }

    [CiTheory]
    [InlineData("7", 6)]
    [InlineData("3", 2)]
    [InlineData("2", 8)]
    public async Task what_schools_report_adds_up_to_the_figures_that_sources_give(string cluster, int stated)
    {
        using var folder = new TempFolder();
        using var play = SiloProcess.Start("play", "--year", "2020", "--cluster", cluster, "--json", "--data", folder.Sub("a"));
        var (exit, output) = await play.FinishAsync();
        Assert.True(exit == 0, play.Error);

        var statistics = JsonNode.Parse(output)!["clusters"]![0]!["statistics"]!.AsObject();
        Assert.Equal(stated, statistics.Count);
        var known = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(SiloProcess.DataFiles, "statistics.json")))!.AsArray()
            .Single(k => (string?)k!["scope"] == $"cluster:{cluster}" && (int)k["year"]! == 2020)!["figures"]!.AsObject();
        Assert.All(known, figure => Assert.Equal(
            ((decimal)figure.Value!["value"]!, (string?)figure.Value["qualifier"], "source"),
            ((decimal)statistics[figure.Key]!["value"]!, (string?)statistics[figure.Key]!["qualifier"], (string?)statistics[figure.Key]!["evidence"])));
    }

    [Fact]
    public async Task a_share_that_differs_from_the_sources_makes_a_total_that_no_source_states()
    {
        using var folder = new TempFolder();
        var data = new DataCopy(folder.Sub("data"));
        data.Change("samples/2020-3.json", sample => sample["reports"]![0]!["figures"]!["classes-total"]!["value"] = 1);

        using var play = SiloProcess.Start("play", "--year", "2020", "--cluster", "3", "--json", "--data", folder.Sub("play"), "--dataset", data.Path);
        var (exit, output) = await play.FinishAsync();
        Assert.True(exit == 0, play.Error);
        var statistics = JsonNode.Parse(output)!["clusters"]![0]!["statistics"]!;
        Assert.Equal(("sample", "source"), ((string?)statistics["classes-total"]!["evidence"], (string?)statistics["learners-total"]!["evidence"]));
    }

    [CiFact]
    public async Task other_scores_and_votes_give_other_outcomes()
    {
        using var folder = new TempFolder();
        var data = new DataCopy(folder.Sub("data"));
        data.Change("samples/2020-8.json", sample =>
        {
            sample["votes"]![0]!["count"]!["marks"] = new JsonObject { ["dong-nai"] = 6, ["ninh-thuan"] = 1 };
            var choices = sample["votes"]![1]!["choices"]!.AsObject();
            foreach (var school in choices.Select(c => c.Key).ToList())
                choices[school] = new JsonArray(school == "tay-ninh" ? "ninh-thuan" : "tay-ninh");
        });
        data.Change("officers.json", officers =>
        {
            var ours = officers.AsArray().First(o => (string)o!["cluster"]! == "8" && (int)o["year"]! == 2020)!;
            ours["head"] = "dong-nai";
        });

        using var play = SiloProcess.Play(folder.Sub("play"), "--dataset", data.Path);
        var (exit, output) = await play.FinishAsync();
        Assert.True(exit == 0, play.Error);
        var cluster = JsonNode.Parse(output)!["clusters"]![0]!;
        Assert.Equal("dong-nai", (string)cluster["flag"]![0]!);
        Assert.Equal("tay-ninh", (string)cluster["certificate"]![0]!);
        Assert.Equal("sample", (string)cluster["evidence"]!["flag"]!);
        Assert.Equal("binh-thuan", (string)cluster["headInOffice"]!);
    }

    [CiFact]
    public async Task nobody_is_nominated_where_nobody_reaches_the_threshold()
    {
        using var folder = new TempFolder();
        var data = new DataCopy(folder.Sub("data"));
        data.Change("samples/2020-8.json", sample =>
            sample["votes"]![0]!["count"]!["marks"] = new JsonObject { ["dong-nai"] = 4, ["ninh-thuan"] = 3 });

        using var play = SiloProcess.Play(folder.Sub("play"), "--dataset", data.Path);
        var (exit, output) = await play.FinishAsync();
        Assert.True(exit == 0, play.Error);
        Assert.Empty(JsonNode.Parse(output)!["clusters"]![0]!["flag"]!.AsArray());
    }

    [CiFact]
    public async Task where_a_lot_decides_it_decides_between_equals_and_once()
    {
        using var folder = new TempFolder();
        var data = new DataCopy(folder.Sub("data"));
        data.Change("samples/2020-8.json", sample => sample["votes"]![0]!["count"]!["marks"] = new JsonObject { ["dong-nai"] = 3, ["ninh-thuan"] = 3 });
        data.Change("regulations/2020.json", regulation =>
        {
            regulation["votes"]![0]!["threshold"]!["value"] = "1/3";
            regulation["votes"]![0]!["tieChain"]!["value"] = new JsonArray("lot");
        });

        using var play = SiloProcess.Play(folder.Sub("play"), "--dataset", data.Path);
        var (exit, output) = await play.FinishAsync();
        Assert.True(exit == 0, play.Error);
        Assert.Contains((string?)Assert.Single(JsonNode.Parse(output)!["clusters"]![0]!["flag"]!.AsArray()), (string[])["dong-nai", "ninh-thuan"]);
        using var again = SiloProcess.Play(folder.Sub("play"), "--dataset", data.Path);
        Assert.Equal((0, output), await again.FinishAsync());
    }

    [CiFact]
    public async Task the_national_year_of_2020_ends_with_a_table_of_ten_clusters_and_goes_on_where_it_was_killed()
    {
        using var folder = new TempFolder();
        using (var killed = SiloProcess.Start("play", "--year", "2020", "--data", folder.Sub("a")))
            Assert.True(await killed.KillAtAsync("9: fix-ranking"), killed.Error);
        using var play = SiloProcess.Start("play", "--year", "2020", "--data", folder.Sub("a"));
        var (exit, table) = await play.FinishAsync();
        Assert.True(exit == 0, play.Error);
        Assert.StartsWith("Emulation year 2020: 10 clusters, 63 schools", table, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^8 +7\* +7 +91\.36 +ninh-thuan\* +binh-thuan\* +binh-thuan\* +binh-duong, binh-phuoc\* +binh-thuan\* +2 of 2$", table);
        Assert.Matches(@"(?m)^4 +9 .* ha-nam\* +hung-yen, vinh-phuc +ha-nam\* ", table);
        Assert.Matches(@"(?m)^10 +6 .* hau-giang +an-giang, soc-trang +hau-giang ", table);

        using var json = SiloProcess.Start("play", "--year", "2020", "--json", "--data", folder.Sub("a"));
        var (_, output) = await json.FinishAsync();
        var clusters = JsonNode.Parse(output)!["clusters"]!.AsArray();
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], clusters.Select(c => (string)c!["cluster"]!));
        Assert.Equal(63, clusters.Sum(c => (int)c!["members"]!));
        Assert.All(clusters, c => Assert.Equal("closed", (string?)c!["phase"]));
        Assert.Equal(
            ["6 certificate declined"],
            clusters.SelectMany(c => c!["decisions"]!.AsArray().Where(d => (string)d!["state"]! != "granted").Select(d => $"{c["cluster"]} {d!["award"]} {d["state"]}")));

        using var verify = SiloProcess.Start("verify", "--data", folder.Sub("a"));
        Assert.Equal(0, (await verify.FinishAsync()).ExitCode);
    }

    [CiFact]
    public async Task the_play_follows_a_regulation_without_a_mid_year_review_and_with_one_confirmation()
    {
        using var folder = new TempFolder();
        var data = new DataCopy(folder.Sub("data"));
        data.Change("regulations/2020.json", regulation =>
        {
            regulation["optionalPhases"]!["value"] = new JsonArray();
            regulation["votes"]![0]!["confirmations"]!["value"] = 1;
        });
        using var play = SiloProcess.Play(folder.Sub("play"), "--dataset", data.Path);
        var (exit, _) = await play.FinishAsync();
        Assert.True(exit == 0, play.Error);
    }

    [Fact]
    public async Task a_folder_played_from_other_files_is_not_gone_on_with()
    {
        using var folder = new TempFolder();
        using var killed = SiloProcess.Play(folder.Sub("play"));
        Assert.True(await killed.KillAtAsync("form-cluster"), killed.Error);

        var data = new DataCopy(folder.Sub("data"));
        data.Change("samples/2020-8.json", sample => sample["notice"] = "other");
        using var other = SiloProcess.Play(folder.Sub("play"), "--dataset", data.Path);
        Assert.Equal((4, ""), await other.FinishAsync());
        Assert.StartsWith("data_changed: ", other.Error, StringComparison.Ordinal);
    }
}
