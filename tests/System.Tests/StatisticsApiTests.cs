using System.Net;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

/// <summary>Schools report figures over HTTP by the real catalogue, and anyone reads what they add up to.</summary>
public sealed class StatisticsApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Head = "dong-nai";
    private const string Reporting = "/schools/dong-nai/statistics/2026";
    private const string Reports = $"{Reporting}/reports";

    private static readonly string[] Addresses =
    [
        Reporting, "/national/years/2026/statistics", "/national/years/2026/statistics/indicators", "/national/years/2026/statistics/comparison?with=2025",
        "/national/years/2026/statistics/five-years", "/clusters/t/years/2026/statistics?period=first-half", "/clusters/t/years/2026/statistics/comparison?with=2025",
        "/clusters/t/years/2026/statistics/five-years",
    ];

    [Fact]
    public async Task schools_report_and_the_totals_say_what_is_certain_and_who_is_missing()
    {
        await server.OpenYearAsync(OpenedYear.Regulation(), Head, ["binh-duong"]);
        await server.ReadWhenAsync(Reporting, r => r["reports"]!.AsArray().Count == 0);
        await RefuseAsync();

        await server.AcceptedAsync(Head, Reports, Report(Figure("classes-total", 439), Figure("learners-total", 40000, "more-than")));
        await RefusedAsync(HttpStatusCode.Conflict, "already_exists", Head, Reports, Report(Figure("classes-total", 440)));
        await RefusedAsync(HttpStatusCode.Conflict, "report_changed", Head, $"{Reports}/corrections", Correction(2));
        await server.AcceptedAsync(Head, $"{Reports}/corrections", Correction(1));
        await RefusedAsync(HttpStatusCode.Conflict, "report_changed", Head, $"{Reports}/corrections", Correction(1));
        await RefusedAsync(HttpStatusCode.Conflict, "wrong_phase", null, $"{Reports}/frozen-corrections", new
        {
            period = "full-year", version = 2, figures = new[] { Figure("classes-total", 1) }, decision = new { number = "1/QĐ", issuedOn = "2026-02-01" }, reason = "Đính chính",
        });
        await server.ReadWhenAsync("/schools/binh-duong/statistics/2026", _ => true);
        await server.AcceptedAsync("binh-duong", "/schools/binh-duong/statistics/2026/reports", Report(Figure("classes-total", 60, "about", 11, 12)));

        var shown = await server.ReadWhenAsync(Reporting, _ => true);
        Assert.Equal((2, "Số liệu cũ", 440, false), (
            (int)shown["reports"]![0]!["version"]!, (string?)shown["reports"]![0]!["reason"], (int)shown["reports"]![0]!["figures"]![0]!["value"]!, (bool)shown["frozen"]!));

        var national = await server.ReadWhenAsync("/national/years/2026/statistics", _ => true);
        Assert.Equal(national["nation"]!["totals"]!.ToJsonString(), national["clusters"]![0]!["totals"]!.ToJsonString());
        var cluster = await server.ReadWhenAsync("/clusters/t/years/2026/statistics", _ => true);
        Assert.Equal((5, """["ba-ria-vung-tau","binh-phuoc","binh-thuan"]"""), ((int)cluster["schools"]!, cluster["unreported"]!.ToJsonString()));
        Assert.Equal(
            """{"indicator":"classes-total","amount":{"value":500,"qualifier":"about","atLeast":440},"estimatedMonths":[11,12],"schools":2,"missing":["ba-ria-vung-tau","binh-phuoc","binh-thuan"]}""",
            Of(cluster["totals"]!, "classes-total").ToJsonString());
        Assert.Equal(
            """{"value":40000,"qualifier":"more-than","atLeast":40000}""", Of(cluster["totals"]!, "learners-total")["amount"]!.ToJsonString());
        Assert.Null(Of(cluster["totals"]!, "initiatives")["amount"]);

        var half = await server.ReadWhenAsync("/clusters/t/years/2026/statistics?period=first-half", _ => true);
        Assert.Equal(5, half["unreported"]!.AsArray().Count);
        Assert.DoesNotContain(half["totals"]!.AsArray(), t => (string?)t!["indicator"] == "staff-total");
        foreach (var scope in new[] { "/national/years/2026", "/clusters/t/years/2026" })
        {
            var compared = Of((await server.ReadWhenAsync($"{scope}/statistics/comparison?with=2025", _ => true))["indicators"]!, "classes-total");
            Assert.Equal((null, 0, 5), (compared["change"], (int)compared["schools"]!, compared["missing"]!.AsArray().Count));
            var review = await server.ReadWhenAsync($"{scope}/statistics/five-years", _ => true);
            Assert.Equal((2022, 2026), ((int)review["first"]!, (int)review["last"]!));
            Assert.Equal((500, false), ((int)Of(review["indicators"]!, "classes-total")["sum"]!["value"]!, (bool)Of(review["indicators"]!, "classes-total")["complete"]!));
        }

        var catalogue = (await server.ReadWhenAsync("/national/years/2026/statistics/indicators", _ => true)).AsArray();
        Assert.Equal(45, catalogue.Count);
        Assert.Equal(("Tổng số lớp", "Classes"), ((string?)Find(catalogue, "code", "classes-total")["name"], (string?)Find(catalogue, "code", "classes-total")["englishName"]));
    }

    [Fact]
    public async Task without_a_key_nothing_of_it_is_shown()
    {
        foreach (var address in Addresses)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            var (status, problem) = await server.SendAsync(request);
            Assert.Equal((address, HttpStatusCode.Unauthorized, "key_invalid"), (address, status, (string?)problem?["code"]));
        }
    }

    [Theory]
    [InlineData("/national/years/2026/statistics?period=quarter", 400, "period_invalid")]
    [InlineData("/clusters/t/years/2026/statistics?period=", 400, "period_invalid")]
    [InlineData("/national/years/2026/statistics/comparison", 400, "year_invalid")]
    [InlineData("/national/years/2026/statistics/comparison?with=2026", 400, "year_invalid")]
    [InlineData("/national/years/2026/statistics/comparison?with=2014", 400, "year_invalid")]
    [InlineData("/national/years/2026/statistics/comparison?with=x", 400, "year_invalid")]
    [InlineData("/national/years/31/statistics", 404, "not_found")]
    [InlineData("/clusters/nowhere/years/2026/statistics", 404, "not_found")]
    [InlineData("/clusters/nowhere/years/2026/statistics/comparison?with=2025", 404, "not_found")]
    [InlineData("/clusters/nowhere/years/2026/statistics/five-years", 404, "not_found")]
    [InlineData("/schools/atlantis/statistics/2026", 404, "not_found")]
    public async Task what_is_not_there_or_says_nothing_sound_is_refused(string address, int status, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        server.Sign(request, null);
        var (actual, problem) = await server.SendAsync(request);
        Assert.Equal((status, code), ((int)actual, (string?)problem?["code"]));
    }

    private async Task RefuseAsync()
    {
        await RefusedAsync(HttpStatusCode.Forbidden, "forbidden", "binh-duong", Reports, Report(Figure("classes-total", 1)));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "indicator_unknown", Head, Reports, Report(Figure("weather", 1)));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "indicator_twice", Head, Reports, Report(Figure("classes-total", 1), Figure("classes-total", 1)));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "figure_invalid", Head, Reports, Report(Figure("classes-total", -1)));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "figure_invalid", Head, Reports, Report(Figure("classes-total", 0.5m)));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "estimate_not_allowed", Head, Reports, Report(Figure("classes-total", 1, "about", 10)));
        await RefusedAsync(
            HttpStatusCode.UnprocessableEntity, "parts_exceed_whole", Head, Reports, Report(Figure("topics-total", 13), Figure("topics-province", 2), Figure("topics-school", 12)));
        await RefusedAsync(HttpStatusCode.NotFound, "not_found", Head, $"{Reports}/corrections", Correction(0));
        await RefusedAsync(HttpStatusCode.BadRequest, "body_invalid", Head, Reports, new { period = "quarter", figures = new[] { Figure("classes-total", 1) } });
    }

    private Task RefusedAsync(HttpStatusCode status, string code, string? school, string path, object body) =>
        server.RefusedAsync(status, code, school, path, body, Reporting);

    private static object Report(params object[] figures) => new { period = "full-year", figures };

    private static object Correction(int version) => new
    {
        period = "full-year", version, figures = new[] { Figure("classes-total", 440), Figure("learners-total", 40000, "more-than") }, reason = "Số liệu cũ",
    };

    private static object Figure(string indicator, decimal value, string qualifier = "exact", params int[] estimatedMonths) =>
        new { indicator, value, qualifier, estimatedMonths };

    private static JsonNode Of(JsonNode items, string indicator) => Find(items.AsArray(), "indicator", indicator);

    private static JsonNode Find(JsonArray items, string member, string value) => items.Single(item => (string?)item![member] == value)!;
}
