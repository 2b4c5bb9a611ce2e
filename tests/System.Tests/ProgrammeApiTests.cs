using System.Net;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

/// <summary>The documents that a year waits for, what schools register for and how far they have come, over HTTP and on one server.</summary>
public sealed class ProgrammeApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Head = "dong-nai";
    private const string Year = "/clusters/t/years/2026";
    private const string Plan = $"{Year}/documents/plan";

    [Fact]
    public async Task the_pact_waits_for_the_plan_which_members_adopt_and_the_head_amends()
    {
        await server.OpenYearAsync(Regulation(), Head);
        await RegistrationAsync();
        await server.ReadWhenAsync(Plan, plan => plan["draft"] is null && (string?)plan["head"] == Head);
        await RefusedAsync(HttpStatusCode.Conflict, "documents_missing", Head, $"{Year}/pact", new { targets = new[] { new { number = 1, text = "Một" } } });
        await PlanAsync();

        await server.ReadWhenAsync(Year, year => (int)year["documents"]![0]!["version"]! == 1);
        await ProgressAsync();
        var documents = (await server.ReadWhenAsync(Year, _ => true))["documents"]!;
        Assert.Equal(
            """[{"document":"plan","name":"Kế hoạch hoạt động","englishName":"Plan of the year","before":"pact-open","version":1}]""",
            documents.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

        await server.AcceptedAsync(Head, $"{Plan}/drafts", new { title = "Kế hoạch 2026", text = "Hai hội thảo", fileHash = new string('a', 64), reason = "Ít kinh phí" });
        var amended = await server.ReadWhenAsync(Plan, _ => true);
        Assert.Equal((2, "Ba hội thảo"), ((int)amended["draft"]!["number"]!, (string)amended["adopted"]![0]!["draft"]!["text"]!));
    }

    private async Task ProgressAsync()
    {
        await server.AcceptedAsync(Head, $"{Year}/pact", new
        {
            targets = new[]
            {
                new { number = 1, text = "Mở lớp", measure = new { unit = "lớp", indicator = "classes-total", planned = new[] { new { school = Head, value = 40 }, new { school = "binh-duong", value = 30 } } } },
            },
        });
        await server.AcceptedAsync(Head, $"/schools/{Head}/statistics/2026/reports", new
        {
            period = "first-half",
            figures = new[] { new { indicator = "classes-total", value = 15, qualifier = "exact" } },
        });
        var target = Assert.Single((await server.ReadWhenAsync($"{Year}/targets", targets => targets[0]!["reported"] is not null)).AsArray())!;
        Assert.Equal((70m, 15m, 0.2143m), ((decimal)target["planned"]!, (decimal)target["reported"]!["value"]!, (decimal)target["share"]!));
        Assert.Equal("""["binh-duong"]""", target["missing"]!.ToJsonString());
        Assert.Equal("""{"school":"dong-nai","planned":40,"reported":{"value":15,"qualifier":"exact","atLeast":15},"period":"first-half","share":0.375,"estimatedMonths":[]}""", target["schools"]![0]!.ToJsonString());
        Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync(Reading("/clusters/t/years/2027/targets"))).Status);
    }

    private HttpRequestMessage Reading(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        server.Sign(request, null);
        return request;
    }

    private async Task RegistrationAsync()
    {
        const string registrations = $"{Year}/registrations";
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "award_twice", Head, registrations, new { school = Head, awards = new[] { "flag", "flag" } });
        await RefusedAsync(HttpStatusCode.Forbidden, "forbidden", Head, registrations, new { school = "binh-duong", awards = new[] { "flag" } });
        await server.AcceptedAsync(Head, registrations, new { school = Head, awards = new[] { "flag", "certificate" } });
        await server.AcceptedAsync(Head, registrations, new { school = Head, awards = new[] { "flag" }, reason = "Nghĩ lại" });
        Assert.Equal(
            """[{"school":"dong-nai","awards":["flag"],"late":false}]""", (await server.ReadWhenAsync(Year, _ => true))["registrations"]!.ToJsonString());
    }

    private async Task PlanAsync()
    {
        await RefusedAsync(HttpStatusCode.Forbidden, "forbidden", "binh-duong", $"{Plan}/drafts", new { title = "Kế hoạch 2026", text = "Ba hội thảo" }, Plan);
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "file_hash_invalid", Head, $"{Plan}/drafts", new { title = "Kế hoạch 2026", text = "Ba hội thảo", fileHash = "plan.pdf" }, Plan);
        await server.AcceptedAsync(Head, $"{Plan}/drafts", new { title = "Kế hoạch 2026", text = "Ba hội thảo" });
        await server.AcceptedAsync("binh-duong", $"{Plan}/answers", new { school = "binh-duong", draft = 1, consents = false, comment = "Cần thêm kinh phí" });
        await RefusedAsync(HttpStatusCode.Conflict, "draft_changed", "binh-duong", $"{Plan}/answers", new { school = "binh-duong", draft = 2, consents = true }, Plan);
        foreach (var school in new[] { Head, "binh-phuoc", "binh-thuan" })
            await server.AcceptedAsync(school, $"{Plan}/answers", new { school, draft = 1, consents = true });
        Assert.Empty((await server.ReadWhenAsync(Plan, _ => true))["adopted"]!.AsArray());
        await server.AcceptedAsync("binh-duong", $"{Plan}/answers", new { school = "binh-duong", draft = 1, consents = true });

        var adopted = Assert.Single((await server.ReadWhenAsync(Plan, plan => plan["draft"] is null))["adopted"]!.AsArray())!;
        Assert.Equal(["binh-duong", "dong-nai", "binh-phuoc", "binh-thuan"], adopted["consents"]!.AsArray().Select(s => (string)s!));
        Assert.Equal(HttpStatusCode.NotFound, (await server.TellAsync(Head, $"{Year}/documents/rules/drafts", new { title = "Quy chế", text = "Một" })).Status);
    }

    private static JsonNode Regulation()
    {
        var regulation = OpenedYear.Regulation();
        regulation["programme"] = JsonNode.Parse("""
            {
              "documents": [
                {
                  "code": "plan", "name": "Kế hoạch hoạt động", "englishName": "Plan of the year", "source": "sample regulation",
                  "adoptedBy": { "value": "2/3", "source": "sample regulation" },
                  "before": { "value": "pact-open", "source": "sample regulation" }
                }
              ],
              "registration": { "requiredFor": { "value": ["flag"], "source": "sample regulation" } }
            }
            """);
        return regulation;
    }

    private Task RefusedAsync(HttpStatusCode status, string code, string? school, string path, object body, string unchanged = Year) =>
        server.RefusedAsync(status, code, school, path, body, unchanged);
}
