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

    [Fact]
    public async Task without_json_it_ends_with_a_table_that_marks_each_outcome()
    {
        using var folder = new TempFolder();
        using var play = SiloProcess.Start("play", "--year", "2020", "--cluster", "8", "--data", folder.Sub("a"));
        var (exit, output) = await play.FinishAsync();
        Assert.True(exit == 0, play.Error);
        Assert.Matches(@"Flag \(Cờ thi đua\) +ninh-thuan +source", output);
        Assert.Matches(@"Mean score +91\.36 +sample", output);
        Assert.Contains("[94/94] close-year", play.Error, StringComparison.Ordinal);
    }

    [Fact]
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

    [Fact]
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

    [Fact]
    public async Task a_year_decided_by_lot_is_the_same_in_every_play()
    {
        using var folder = new TempFolder();
        var data = new DataCopy(folder.Sub("data"));
        data.Change("samples/2020-8.json", sample => sample["votes"]![0]!["count"]!["marks"] = new JsonObject { ["dong-nai"] = 3, ["ninh-thuan"] = 3 });
        data.Change("regulations/2020.json", regulation =>
        {
            regulation["votes"]![0]!["threshold"]!["value"] = "1/3";
            regulation["votes"]![0]!["tieChain"]!["value"] = new JsonArray("lot");
        });

        var outputs = new HashSet<string>();
        for (var i = 0; i < 4; i++)
        {
            using var play = SiloProcess.Play(folder.Sub($"play{i}"), "--dataset", data.Path);
            var (exit, output) = await play.FinishAsync();
            Assert.True(exit == 0, play.Error);
            outputs.Add(output);
        }

        Assert.Single(outputs);
    }

    [Fact]
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
