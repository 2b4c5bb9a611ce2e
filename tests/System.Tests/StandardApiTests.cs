using System.Net;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

/// <summary>A school's way to the national standard over HTTP, and what it gives for the year's scorecard.</summary>
public sealed class StandardApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Head = "dong-nai";
    private const string Year = "/clusters/t/years/2026";
    private const string Standard = "/standards/396-qd-tw";
    private const string Assessment = "/schools/dong-nai/standards/396-qd-tw/2022";

    private readonly JsonNode standard = JsonNode.Parse(File.ReadAllText(Path.Combine(SiloProcess.DataFiles, "standards", "396-QD-TW.json")))!;

    private object[] Values => [.. standard["criteria"]!.AsArray().SelectMany(c => c!["indicators"]!.AsArray()).SelectMany(i => ((string)i!["term"]! switch
    {
        "each-year" => Enumerable.Range(2022, 5).Select(year => (int?)year),
        "sum" => [2023],
        _ => [null],
    }).Select(year => (object)new { indicator = (string)i["code"]!, year, value = (decimal)i["level1"]!["value"]!, evidence = "Báo cáo số 12" }))];

    [Fact]
    public async Task a_school_states_the_academy_verifies_and_recognises_and_the_year_hears_how_many_indicators_are_met()
    {
        await IssuedAsync();
        await server.AcceptedAsync(Head, $"{Assessment}/values", new { values = Values });
        await VerifiedAsync(reached: false);
        await YearAsync();
        await VerifiedAsync(reached: true);
        await RecognisedAsync();
    }

    private async Task IssuedAsync()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await server.TellAsync(Head, Standard, new { standard })).Status);
        var flawed = standard.DeepClone();
        flawed["criteria"] = new JsonArray();
        Assert.Equal("standard_invalid", (string)(await server.TellAsync(null, Standard, new { standard = flawed })).Body!["code"]!);
        await server.AcceptedAsync(null, Standard, new { standard });
        await server.AcceptedAsync(Head, $"{Standard}/assessments", new { school = Head, firstYear = 2022 });
        var begun = await server.ReadWhenAsync(Assessment, _ => true);
        Assert.Equal((2022, 2026, "open", 9), ((int)begun["firstYear"]!, (int)begun["lastYear"]!, (string)begun["stage"]!, (int)begun["verified"]![0]!["total"]!));
        await server.ReadWhenAsync($"/schools/{Head}", school => school["assessments"]!.AsArray().Count == 1);
        Assert.Equal(Head, (string)(await server.ReadWhenAsync("/standards", _ => true))[0]!["assessments"]![0]!["school"]!);
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "value_invalid", Head, "values", new { values = new[] { new { indicator = "lecturers-share", year = (int?)null, value = 101, evidence = "Sai" } } });
        Assert.Equal(HttpStatusCode.NotFound, (await server.TellAsync(Head, "/schools/dong-nai/standards/396-qd-tw/1999/values", new { values = Values })).Status);
    }

    private async Task VerifiedAsync(bool reached)
    {
        var stated = (await server.ReadWhenAsync(Assessment, _ => true))["values"]!.AsArray();
        await server.AcceptedAsync(null, $"{Assessment}/verifications", new
        {
            values = stated.Where(v => reached || (string)v!["indicator"]! != "statute").Select(v => new
            {
                indicator = (string)v!["indicator"]!, year = (int?)v["year"], version = (int)v["version"]!, value = (decimal)v["value"]!,
            }),
        });
        await RefusedAsync(HttpStatusCode.Conflict, "value_changed", null, "verifications", new { values = new[] { new { indicator = "statute", year = (int?)null, version = 2, value = 1 } } });
    }

    private async Task YearAsync()
    {
        var regulation = OpenedYear.Regulation().WithoutOptionalPhases();
        regulation["standardSchool"] = JsonNode.Parse("""
            {
              "standards": { "value": ["396-qd-tw"], "source": "sample regulation" },
              "criterion": { "value": "standard-progress", "source": "sample regulation" },
              "level": { "value": "one", "source": "sample regulation" },
              "unreported": { "value": "zero", "source": "sample regulation" }
            }
            """);
        await server.OpenYearAsync(regulation, Head);
        await server.SignPactAsync(Head, "2026-02-10");
        await server.AcceptedAsync(Head, $"{Year}/self-scoring", new { });
        await server.AcceptedAsync(Head, $"{Assessment}/progress", new { cluster = "t", year = 2026 });
        var given = (await server.ReadWhenAsync(Year, year => year["standardProgress"]!.AsArray().Count == 1))["standardProgress"]![0]!;
        Assert.Equal((Head, "396-qd-tw", 8, 9, "standard-progress", 13.33m), ((string)given["school"]!, (string)given["standard"]!, (int)given["met"]!, (int)given["total"]!, (string)given["criterion"]!, (decimal)given["points"]!));

        object Sheet(decimal progress) => new { school = Head, scores = regulation.Criteria().Select(c => new { criterion = c, points = c == "standard-progress" ? progress : 1 }) };
        await server.RefusedAsync(HttpStatusCode.UnprocessableEntity, "score_given", Head, $"{Year}/self-scores", Sheet(15), Year);
        await server.AcceptedAsync(Head, $"{Year}/self-scores", Sheet(13.33m));
    }

    private async Task RecognisedAsync()
    {
        var decision = new { number = "12-QĐ/HVCTQG", issuedOn = "2026-02-01" };
        await RefusedAsync(HttpStatusCode.Conflict, "standard_not_met", Head, "dossier", new { level = "two", filedOn = "2026-01-30", reference = "45/TTr" });
        await server.AcceptedAsync(Head, $"{Assessment}/dossier", new { level = "one", filedOn = "2026-01-30", reference = "45/TTr" });
        await server.AcceptedAsync(null, $"{Assessment}/refusals", new { decision, reason = "Thiếu minh chứng" });
        await server.AcceptedAsync(Head, $"{Assessment}/dossier", new { level = "one", filedOn = "2026-02-01", reference = "46/TTr" });
        await server.AcceptedAsync(null, $"{Assessment}/recognition", new { level = "one", decision });
        Assert.Equal(
            """[{"school":"dong-nai","standard":"396-qd-tw","firstYear":2022,"lastYear":2026,"level":"one","decision":{"number":"12-QĐ/HVCTQG","issuedOn":"2026-02-01"},"merged":false}]""",
            (await server.ReadWhenAsync("/national/standard-schools", _ => true)).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        await server.AcceptedAsync(null, $"{Assessment}/withdrawals", new { decision, reason = "Hồ sơ sai" });
        Assert.Empty((await server.ReadWhenAsync("/national/standard-schools", _ => true)).AsArray());
    }

    private Task RefusedAsync(HttpStatusCode status, string code, string? school, string path, object body) =>
        server.RefusedAsync(status, code, school, $"{Assessment}/{path}", body, Assessment);
}
