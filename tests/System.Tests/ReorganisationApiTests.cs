using System.Net;

namespace ClusterActors.Tests;

/// <summary>Schools and clusters are renamed, moved, merged and dissolved over HTTP, on one live server.</summary>
public sealed class ReorganisationApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Head = "dong-nai";
    private const string Year = "/clusters/t/years/2026";
    private const string Day = "2026-02-20";
    private static readonly object Decision = new { number = "07-QĐ/TU", issuedOn = Day };

    [Fact]
    public async Task a_nation_is_reorganised_and_remembers_what_was()
    {
        await server.OpenYearAsync(OpenedYear.Regulation(), Head, ["binh-thuan"]);

        await server.AcceptedAsync(null, "/academy/schools/renamings", new
        {
            school = Head, name = "Trường Chính trị Đồng Nai", province = "Đồng Nai", on = Day, decision = Decision, reason = "Đổi tên",
        });
        var renamed = await server.ReadWhenAsync($"/schools/{Head}", s => (string?)s["name"] == "Trường Chính trị Đồng Nai");
        Assert.Equal("Trường dong-nai", (string?)renamed["formerNames"]![0]!["name"]);
        await server.AcceptedAsync(null, "/academy/clusters/renamings", new { cluster = "t", name = "Cụm khác", on = Day, decision = Decision, reason = "Đổi tên" });
        await server.ReadWhenAsync("/clusters/t", c => (string?)c["name"] == "Cụm khác" && (string?)c["formerNames"]![0]!["name"] == "Cụm thử");

        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "cluster_unknown", "/academy/schools/transfers", Transfer(ApiServer.Outsider, "nowhere"));
        await server.AcceptedAsync(null, "/academy/schools/transfers", Transfer(ApiServer.Outsider, "t"));
        await server.ReadWhenAsync("/clusters/t", c => c["members"]!.AsArray().Count == 6);
        await server.ReadWhenAsync($"/schools/{ApiServer.Outsider}", s => (string?)s["cluster"] == "t");

        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "members_invalid", "/academy/schools/mergers", Merger("binh-phuoc", "binh-phuoc"));
        foreach (var (school, classes) in new[] { (Head, 12), ("binh-duong", 30) })
        {
            await server.ReadWhenAsync($"/schools/{school}/statistics/2026", _ => true);
            await server.AcceptedAsync(school, $"/schools/{school}/statistics/2026/reports", new { period = "full-year", figures = new[] { new { indicator = "classes-total", value = classes, qualifier = "exact" } } });
        }

        await server.AcceptedAsync(null, "/academy/schools/mergers", Merger(Head, "binh-duong"));
        var merged = await server.ReadWhenAsync($"/schools/{Head}", s => s["mergedInto"] is not null);
        Assert.Equal("binh-duong", (string?)merged["mergedInto"]!["successor"]);
        Assert.Null(merged["cluster"]);
        await server.ReadWhenAsync("/schools/binh-duong", s => s["mergers"]!.AsArray().Count == 1);
        var cluster = await server.ReadWhenAsync("/clusters/t", c => c["members"]!.AsArray().Count == 5);
        Assert.True((bool?)cluster["inOffice"]!["acting"]);
        Assert.Equal("head-left", (string?)cluster["vacancy"]!["reason"]);
        await server.ReadWhenAsync(Year, y => (string?)y["officers"]!["head"] == (string?)cluster["inOffice"]!["head"]);
        var year = await server.ReadWhenAsync(Year, y => y["roll"]!.AsArray().Count == 4);
        Assert.Equal((Head, "binh-duong"), ((string)year["departed"]![0]!["school"]!, (string)year["departed"]![0]!["successor"]!));
        foreach (var address in new[] { "/national/years/2026/statistics", $"{Year}/statistics" })
        {
            var figures = await server.ReadWhenAsync(address, _ => true);
            var totals = figures["nation"] ?? figures;
            Assert.Equal([Head], totals["merged"]!.AsArray().Select(school => (string)school!));
            Assert.Equal(42, (int)totals["totals"]!.AsArray().Single(t => (string?)t!["indicator"] == "classes-total")!["amount"]!["value"]!);
        }

        var compared = await server.ReadWhenAsync("/national/years/2026/statistics/comparison?with=2025", _ => true);
        Assert.Equal("same-schools", (string?)compared["indicators"]![0]!["basis"]);
        await RefusedAsync(HttpStatusCode.Conflict, "school_merged", "/academy/schools/transfers", Transfer(Head, "t"));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "item_unknown", $"{Year}/open-items/settlements", new { item = 1, school = "binh-duong", decision = Decision, reason = "Phân công lại" });

        var history = await server.ReadWhenAsync($"/schools/{Head}/history", _ => true);
        Assert.Equal([2026], history["years"]!.AsArray().Select(y => (int)y!["year"]!));

        await server.AcceptedAsync(null, "/academy/clusters/dissolutions", new { cluster = "t", on = Day, decision = Decision, reason = "Thành lập cụm mới" });
        await server.ReadWhenAsync("/clusters/t", c => c["dissolution"] is not null && !(bool)c["dissolved"]!);
        await RefusedAsync(HttpStatusCode.Conflict, "cluster_dissolved", "/academy/schools/transfers", Transfer("binh-phuoc", "t"));
        await server.AcceptedAsync(null, $"{Year}/ending", new { decision = Decision, reason = "Cụm giải thể" });
        await server.ReadWhenAsync("/clusters/t", c => (bool)c["dissolved"]!);
        await server.AcceptedAsync(null, "/academy/clusters", new
        {
            cluster = "dnb", name = "Đông Nam Bộ", members = new[] { "binh-duong", "binh-phuoc", "binh-thuan", ApiServer.Outsider }, decision = Decision, reason = "Theo vùng",
        });
        await server.ReadWhenAsync("/schools/binh-phuoc", s => (string?)s["cluster"] == "dnb");
        var clusters = await server.ReadWhenAsync("/national/years/2027/clusters", _ => true);
        Assert.Equal(["dnb"], clusters.AsArray().Select(c => (string)c!["cluster"]!));
    }

    private static object Transfer(string school, string cluster) => new { school, cluster, on = Day, decision = Decision, reason = "Điều chỉnh cụm" };

    private static object Merger(string school, string successor) => new { schools = new[] { school }, successor, on = Day, decision = Decision, reason = "Hợp nhất tỉnh" };

    private Task RefusedAsync(HttpStatusCode status, string code, string path, object body) => server.RefusedAsync(status, code, null, path, body, Year);
}
