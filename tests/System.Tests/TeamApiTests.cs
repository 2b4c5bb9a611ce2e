using System.Net;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

/// <summary>A year in which pooled teams inspect, over HTTP, up to the verified scores of one school.</summary>
public sealed class TeamApiTests(PlayedApiServer server) : IClassFixture<PlayedApiServer>
{
    private const string Head = "dong-nai";
    private const string Year = "/clusters/t/years/2026";

    [Fact]
    public async Task teams_meet_at_one_site_and_their_lead_records_where_and_with_whom()
    {
        var sheet = await OpenYearAsync();
        var teams = (await server.ReadWhenAsync(Year, y => (string?)y["phase"] == "cross-inspection"))["teams"]!.AsArray();
        Assert.Equal([3, 2], teams.Select(t => Texts(t!["members"]).Count).OrderDescending());
        Assert.All(teams, t => Assert.Contains((string)t!["site"]!, Texts(t["inspects"])));
        var team = teams.Single(t => Texts(t!["members"]).Count == 3)!;
        var school = Texts(team["members"])[^1];
        var (inspection, lead, other) = ($"{Year}/inspections/{school}", Texts(team["members"])[0], Texts(team["members"])[1]);
        var assigned = await server.ReadWhenAsync(inspection, _ => true);
        Assert.Equal(((int)team["number"]!, lead), ((int)assigned["team"]!, (string?)assigned["lead"]));
        Assert.Equal([lead, other], Texts(assigned["inspectors"]));

        object Findings(params string[] present) => new { visitedOn = "2026-02-25", findings = sheet, visit = new { place = "Trường chính trị", present } };
        await server.RefusedAsync(HttpStatusCode.Forbidden, "not_the_team_lead", other, $"{inspection}/findings", Findings(lead), inspection);
        await server.RefusedAsync(HttpStatusCode.Forbidden, "not_an_inspector", school, $"{inspection}/findings", Findings(lead), inspection);
        await server.RefusedAsync(HttpStatusCode.UnprocessableEntity, "visit_invalid", lead, $"{inspection}/findings", Findings(school), inspection);
        await server.AcceptedAsync(lead, $"{inspection}/findings", Findings(lead, other, school));
        var found = await server.ReadWhenAsync(inspection, _ => true);
        Assert.Equal(("2026-02-25", "Trường chính trị"), ((string?)found["visitedOn"], (string?)found["visit"]!["place"]));
        Assert.Equal([lead, other, school], Texts(found["visit"]!["present"]));
        await server.AcceptedAsync(school, $"{inspection}/acknowledgement", new { recording = 1 });
        await server.ReadWhenAsync(Year, y => y["sheets"]!.AsArray().Any(s => (string)s!["school"]! == school && s["verified"]!.AsArray().Count > 0));
    }

    /// <returns>The sheet that every school hands in.</returns>
    private async Task<object[]> OpenYearAsync()
    {
        await server.MoveClockAsync("2026-02-25T05:00:00Z");
        var regulation = OpenedYear.Regulation().WithoutOptionalPhases();
        regulation["inspection"] = JsonNode.Parse(
            """
            {
              "inspectors": {"value": 2, "source": "test"},
              "relaxations": {"value": ["load", "stand-aside"], "source": "test"},
              "mode": {"value": "pooled-teams", "source": "test"},
              "teams": {"number": {"value": 2, "source": "test"}, "inspects": {"value": "own-members", "source": "test"}, "oneSite": {"value": true, "source": "test"}}
            }
            """);
        await server.OpenYearAsync(regulation, Head);
        await server.SignPactAsync(Head, "2026-02-25");
        await server.AcceptedAsync(Head, $"{Year}/self-scoring", new { });
        object[] scores = [.. regulation.Criteria().Select(criterion => new { criterion, points = 1.25m })];
        foreach (var school in ApiServer.Members)
            await server.AcceptedAsync(school, $"{Year}/self-scores", new { school, scores });
        await server.AcceptedAsync(Head, $"{Year}/cross-inspection", new { });
        return scores;
    }

    private static List<string> Texts(JsonNode? list) => [.. list!.AsArray().Select(item => (string)item!)];
}
