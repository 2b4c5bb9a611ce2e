using System.Net;

namespace ClusterActors.Tests;

/// <summary>Inspectors who do nothing and a school that does not answer, over HTTP and on one played server, whose clock says what is late.</summary>
public sealed class SilenceApiTests(PlayedApiServer server) : IClassFixture<PlayedApiServer>
{
    private const string Head = "dong-nai";
    private const string Silent = "binh-phuoc";
    private const string Year = "/clusters/t/years/2026";
    private const string Inspection = $"{Year}/inspections/{Silent}";
    private static readonly string[] Members = ApiServer.Members;

    [Fact]
    public async Task an_idle_inspector_is_replaced_and_a_silent_school_is_taken_to_agree()
    {
        var sheet = await OpenYearAsync();
        var inspectors = (await server.ReadWhenAsync(Inspection, _ => true))["inspectors"]!.AsArray().Select(i => (string)i!).ToList();
        var another = Members.First(m => m != Silent && !inspectors.Contains(m));

        object Replacement(string by) => new { inspected = Silent, inspector = inspectors[0], by, decision = new { number = "2/QĐ", issuedOn = "2026-02-25" }, reason = "Nobody came" };
        await server.RefusedAsync(HttpStatusCode.Forbidden, "forbidden", Head, $"{Year}/inspectors/replacements", Replacement(another), Year);
        await server.RefusedAsync(HttpStatusCode.UnprocessableEntity, "inspector_invalid", null, $"{Year}/inspectors/replacements", Replacement(Silent), Year);
        await server.AcceptedAsync(null, $"{Year}/inspectors/replacements", Replacement(another));
        await server.ReadWhenAsync(Inspection, i => i["inspectors"]!.AsArray().Any(x => (string)x! == another));

        await server.AcceptedAsync(another, $"{Inspection}/findings", new { visitedOn = "2026-02-25", findings = sheet });
        Assert.Equal("2026-03-04", (string?)(await server.ReadWhenAsync(Inspection, _ => true))["answerBy"]);
        var inbox = Assert.Single((await server.ReadWhenAsync($"/schools/{Silent}/inbox", _ => true)).AsArray())!;
        Assert.Equal(("answer", "2026-03-04"), ((string?)inbox["duty"]!["kind"], (string?)inbox["duty"]!["day"]));
        await server.RefusedAsync(HttpStatusCode.Conflict, "answer_awaited", another, $"{Inspection}/silence", new { recording = 1 }, Inspection);
        await server.MoveClockAsync("2026-03-05T02:00:00Z");
        await server.AcceptedAsync(another, $"{Inspection}/silence", new { recording = 1 });
        Assert.True((bool)(await server.ReadWhenAsync(Inspection, _ => true))["silent"]!);
        await server.ReadWhenAsync(Year, y => y["sheets"]!.AsArray().Any(s => (string)s!["school"]! == Silent && s["verified"]!.AsArray().Count > 0));
    }

    /// <returns>The sheet that every school hands in.</returns>
    private async Task<object[]> OpenYearAsync()
    {
        await server.MoveClockAsync("2026-02-25T05:00:00Z");
        var regulation = OpenedYear.Regulation().WithoutOptionalPhases();
        await server.OpenYearAsync(regulation, Head);
        await server.SignPactAsync(Head, "2026-02-25");
        await server.AcceptedAsync(Head, $"{Year}/self-scoring", new { });
        object[] scores = [.. regulation.Criteria().Select(criterion => new { criterion, points = 1.25m })];
        foreach (var school in Members)
            await server.AcceptedAsync(school, $"{Year}/self-scores", new { school, scores });
        await server.AcceptedAsync(Head, $"{Year}/cross-inspection", new { });
        await server.ReadWhenAsync(Year, y => (string?)y["phase"] == "cross-inspection");
        return scores;
    }
}
