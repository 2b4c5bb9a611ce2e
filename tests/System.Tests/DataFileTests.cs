using System.Text;
using System.Text.Json.Nodes;
using ClusterActors.Play;
using ClusterActors.Play.Data;

namespace ClusterActors.Tests;

public sealed class DataFileTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly DataCopy data;

    public DataFileTests() => data = new(folder.Sub("data"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void the_files_of_the_repository_can_be_played() => Player.Load(SiloProcess.DataFiles, 2020, "8");

    [Fact]
    public void a_member_that_is_no_school_is_refused()
    {
        data.Change("clusters/2015-2020.json", clusters => clusters[7]!["members"]!.AsArray().Add("atlantis"));
        Refused(DataCode.UnknownSchool);
    }

    [Fact]
    public void a_school_in_two_clusters_at_once_is_refused()
    {
        data.Change("clusters/2015-2020.json", clusters => clusters[0]!["members"]!.AsArray().Add("ninh-thuan"));
        Refused(DataCode.SchoolInTwoClusters);
    }

    [Fact]
    public void a_school_in_two_clusters_one_after_the_other_is_not_refused()
    {
        data.Change("clusters/2021-2025.json", clusters => clusters[1]!["name"] = "Đông Nam Bộ mới");
        Player.Load(data.Path, 2020, "8");
    }

    [Fact]
    public void decomposed_Vietnamese_letters_are_refused()
    {
        data.Rewrite("schools.json", bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Normalize(NormalizationForm.FormD)));
        Refused(DataCode.NotNormalised);
    }

    [Fact]
    public void a_byte_order_mark_is_refused()
    {
        data.Rewrite("officers.json", bytes => [.. Encoding.UTF8.Preamble, .. bytes]);
        Refused(DataCode.ByteOrderMark);
    }

    [Fact]
    public void a_doubled_key_is_refused()
    {
        data.Rewrite("schools.json", bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\"code\": \"an-giang\",", "\"code\": \"an-giang\", \"code\": \"an-giang\",", StringComparison.Ordinal)));
        Refused(DataCode.DuplicateKey);
    }

    [Theory]
    [InlineData("schools.json")]
    [InlineData("clusters/2015-2020.json")]
    [InlineData("officers.json")]
    [InlineData("years.json")]
    [InlineData("samples/2020-8.json")]
    [InlineData("regulations/2020.json")]
    public void a_truncated_file_is_refused_wherever_it_was_cut(string file)
    {
        var whole = File.ReadAllBytes(data.At(file));
        for (var length = 0; length < whole.AsSpan().TrimEnd("\n "u8).Length; length += 97)
        {
            data.Rewrite(file, _ => whole[..length]);
            var wrong = Assert.Throws<DataException>(() => Player.Load(data.Path, 2020, "8"));
            Assert.Contains(wrong.Code, new[] { DataCode.Truncated, DataCode.Malformed });
        }
    }

    [Fact]
    public void bytes_that_are_no_UTF8_are_refused()
    {
        data.Rewrite("years.json", bytes => [.. bytes[..20], 0xC3, 0x28, .. bytes[20..]]);
        Refused(DataCode.Malformed);
    }

    [Fact]
    public void an_unknown_key_is_refused()
    {
        data.Change("officers.json", officers => officers[0]!["hat"] = "red");
        Refused(DataCode.Malformed);
    }

    [Fact]
    public void a_school_that_stands_twice_is_refused()
    {
        data.Change("schools.json", schools => schools.AsArray().Add(schools[0]!.DeepClone()));
        Refused(DataCode.DuplicateCode);
    }

    [Fact]
    public void an_officer_from_elsewhere_is_refused()
    {
        data.Change("officers.json", officers => officers[1]!["head"] = "ha-noi");
        Refused(DataCode.OfficerNotAMember);
    }

    [Fact]
    public void a_missing_file_is_refused()
    {
        File.Delete(data.At("years.json"));
        Refused(DataCode.Missing);
    }

    [Theory]
    [InlineData("queue")]
    [InlineData("scores")]
    [InlineData("votes")]
    public void a_null_in_a_list_is_refused(string list)
    {
        data.Change("samples/2020-8.json", sample => sample[list]!.AsArray().Add(null));
        Refused(DataCode.Malformed);
    }

    [Fact]
    public void a_stranger_among_marks_choices_committees_and_hosts_is_refused()
    {
        foreach (var change in (Action<JsonNode>[])
        [
            sample => sample["votes"]![0]!["count"]!["marks"]!["ha-noi"] = 1,
            sample => sample["votes"]![0]!["committee"]![0] = "ha-noi",
            sample => sample["votes"]![1]!["choices"]!["tay-ninh"] = new JsonArray("ha-noi"),
            sample => sample["conference"]!["host"] = "ha-noi",
            sample => sample["declined"] = new JsonArray(new JsonObject { ["award"] = "flag", ["school"] = "ha-noi", ["reason"] = "x" }),
        ])
        {
            var before = File.ReadAllText(data.At("samples/2020-8.json"));
            data.Change("samples/2020-8.json", change);
            Refused(DataCode.UnknownSchool);
            File.WriteAllText(data.At("samples/2020-8.json"), before);
        }
    }

    [Fact]
    public void a_report_of_a_stranger_a_second_one_and_one_with_null_are_refused()
    {
        foreach (var (code, change) in ((string, Action<JsonArray>)[])
        [
            (DataCode.UnknownSchool, reports => reports.Add(Report("ha-noi"))),
            (DataCode.DuplicateCode, reports => { reports.Add(Report("tay-ninh")); reports.Add(Report("tay-ninh")); }),
            (DataCode.Malformed, reports => reports.Add(new JsonObject { ["school"] = "tay-ninh", ["figures"] = new JsonObject { ["classes-total"] = null } })),
        ])
        {
            var before = File.ReadAllText(data.At("samples/2020-8.json"));
            data.Change("samples/2020-8.json", sample =>
            {
                var reports = new JsonArray();
                change(reports);
                sample["reports"] = reports;
            });
            Refused(code);
            File.WriteAllText(data.At("samples/2020-8.json"), before);
        }

        data.Change("statistics.json", known => known[0]!["figures"]!["classes-total"] = null);
        Refused(DataCode.Malformed);

        static JsonObject Report(string school) => new() { ["school"] = school, ["figures"] = new JsonObject() };
    }

    [Fact]
    public void a_school_with_two_offices_is_refused()
    {
        data.Change("officers.json", officers => officers[1]!["deputies"]![0] = "ninh-thuan");
        Refused(DataCode.DuplicateCode);
    }

    [Fact]
    public void a_vote_without_a_count_and_without_choices_is_refused()
    {
        data.Change("samples/2020-8.json", sample => sample["votes"]![1]!.AsObject().Remove("choices"));
        Refused(DataCode.SampleIncomplete);
    }

    [Fact]
    public void a_member_without_scores_is_refused()
    {
        data.Change("samples/2020-8.json", sample => sample["scores"]!.AsArray().RemoveAt(0));
        Refused(DataCode.SampleIncomplete);
    }

    [Theory]
    [InlineData(2020, "99", DataCode.UnknownCluster)]
    [InlineData(2018, "8", DataCode.NoOfficers)]
    [InlineData(2019, "8", DataCode.Missing)]
    public void a_year_that_no_file_tells_of_is_refused(int year, string cluster, string code) =>
        Assert.Equal(code, Assert.Throws<DataException>(() => Player.Load(data.Path, year, cluster)).Code);

    [Fact]
    public void officers_whom_a_source_names_are_not_elected_by_invented_votes()
    {
        var cluster = Assert.Single(Dataset.Load(new(data.Path), 2020, "4").Clusters);
        Assert.Equal(("ha-nam", "seed 001 (elected 23 November 2020)"), (cluster.NextKnown!.Head, cluster.NextKnown.Evidence));
        Assert.NotEqual("ha-nam", cluster.Appointed!.Queue[0]);

        data.Change("samples/2020-8.json", sample => sample["election"] = new JsonArray(JsonNode.Parse(File.ReadAllText(data.At("samples/2020-10.json")))!["election"]![0]!.DeepClone()));
        data.Change("samples/2020-8.json", sample =>
        {
            sample["election"]![0]!["committee"] = new JsonArray("tay-ninh", "dong-nai", "binh-phuoc");
            sample["election"]![0]!["count"]!["marks"] = new JsonObject { ["binh-thuan"] = 6 };
        });
        Refused(DataCode.Malformed);
    }

    [Fact]
    public async Task the_play_says_the_code_and_starts_nothing()
    {
        data.Change("clusters/2015-2020.json", clusters => clusters[7]!["members"]!.AsArray().Add("atlantis"));
        using var play = SiloProcess.Play(folder.Sub("play"), "--dataset", data.Path);
        Assert.Equal((4, ""), await play.FinishAsync());
        Assert.StartsWith("data_unknown_school: ", play.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Sub("play")));
    }

    private void Refused(string code) => Assert.Equal(code, Assert.Throws<DataException>(() => Player.Load(data.Path, 2020, "8")).Code);
}
