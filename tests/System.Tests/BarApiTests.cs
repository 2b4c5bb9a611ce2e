using System.Net;

namespace ClusterActors.Tests;

/// <summary>A school is barred and let in again over HTTP, on one live server.</summary>
public sealed class BarApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Barred = "binh-phuoc";
    private const string Bars = "/academy/schools/bars";
    private const string Year = "/clusters/t/years/2026";
    private const string Day = "2026-02-20";
    private static readonly object Decision = new { number = "12-QĐ/UBKT", issuedOn = Day };

    [Fact]
    public async Task a_bar_reaches_school_cluster_and_year_keeps_from_posts_and_is_lifted()
    {
        await server.OpenYearAsync(OpenedYear.Regulation(), "dong-nai", ["binh-thuan"], [Barred]);

        await server.AcceptedAsync(null, Bars, Body("discipline"));
        await server.ReadWhenAsync($"/schools/{Barred}", s => s["bars"]!.AsArray() is [{ } bar] && (string?)bar["bar"]!["kind"] == "discipline" && bar["lifted"] is null);
        await server.ReadWhenAsync("/clusters/t", c => c["bars"]!.AsArray().Count == 1);
        await server.ReadWhenAsync(Year, y => y["bars"]!.AsArray() is [{ } bar] && (string?)bar["bar"]!["school"] == Barred);

        await server.RefusedAsync(HttpStatusCode.Conflict, "already_exists", null, Bars, Body("discipline"), $"/schools/{Barred}");
        await server.RefusedAsync(HttpStatusCode.Forbidden, "forbidden", Barred, $"{Bars}/liftings", Body("discipline"), $"/schools/{Barred}");
        await server.RefusedAsync(HttpStatusCode.UnprocessableEntity, "bar_unknown", null, $"{Bars}/liftings", Body("complaint"), $"/schools/{Barred}");
        await server.RefusedAsync(HttpStatusCode.Conflict, "school_barred", null, "/clusters/t/officers", new
        {
            officers = new { year = 2027, head = Barred, deputies = Array.Empty<string>() }, queue = Array.Empty<string>(), reason = "Theo quyết định",
        }, "/clusters/t");

        await server.AcceptedAsync(null, $"{Bars}/liftings", Body("discipline"));
        await server.ReadWhenAsync(Year, y => (string?)y["bars"]![0]!["lifted"]?["decision"]!["number"] == "12-QĐ/UBKT");
        await server.ReadWhenAsync($"/schools/{Barred}", s => s["bars"]![0]!["lifted"] is not null);
    }

    private static object Body(string kind) => new { school = Barred, year = 2026, kind, on = Day, decision = Decision, reason = "Cảnh cáo tập thể" };
}
