using System.Net;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

/// <summary>A year whose scorecard is a tree, over HTTP: what is entered, what is refused, and how every number came to be.</summary>
public sealed class ScoreTreeApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Head = "dong-nai";
    private const string Leader = "binh-duong";
    private const string Cluster = "/clusters/t";
    private const string Year = "/clusters/t/years/2026";
    private const string Sheets = $"{Year}/self-scores";

    private const string Tree = """
        {
          "unassigned": { "value": "rescaled", "source": "sample regulation" },
          "estimatedMonths": { "value": [11, 12], "source": "sample regulation" },
          "root": { "code": "year", "name": "Năm", "maximum": 30, "source": "sample regulation", "rule": { "type": "branch", "adds": "sum", "children": [
            { "code": "work", "name": "Công tác", "maximum": 30, "source": "sample regulation", "rule": { "type": "branch", "adds": "sum", "children": [
              { "code": "classes", "name": "Mở lớp", "maximum": 12, "source": "sample regulation", "rule": { "type": "quantitative", "formula": "target-then-leader" } },
              { "code": "quality", "name": "Chất lượng", "maximum": 8, "source": "sample regulation", "rule": { "type": "qualitative",
                "levels": [{ "name": "Chưa đạt", "points": 0 }, { "name": "Khá", "points": 5 }, { "name": "Tốt", "points": 8 }] } },
              { "code": "standard", "name": "Trường chuẩn", "maximum": 10, "source": "sample regulation", "rule": { "type": "pass-share", "of": 55 } }
            ] } },
            { "code": "prizes", "name": "Giải thưởng", "maximum": 6, "source": "sample regulation", "rule": { "type": "bonus", "each": 2 } },
            { "code": "late-reports", "name": "Báo cáo muộn", "maximum": 5, "source": "sample regulation", "rule": { "type": "penalty", "each": 0.5 } }
          ] } }
        }
        """;

    [Fact]
    public async Task schools_enter_what_can_be_verified_and_everybody_sees_what_it_comes_to()
    {
        await OpenYearAsync();
        await RefusedAsync("entry_invalid", Sheet(Head, quality: 0));
        await RefusedAsync("entry_invalid", Sheet(Head, classes: Entered("classes", 120, new { target = -1 })));
        await RefusedAsync("score_above_maximum", Sheet(Head, quality: 4));
        await RefusedAsync("estimate_not_allowed", Sheet(Head, classes: Entered("classes", 120, new { target = 100, estimatedMonths = new[] { 6 } })));
        await server.AcceptedAsync(Head, Sheets, Sheet(Head, classes: Entered("classes", 120, new { target = 100, estimatedMonths = new[] { 12 }, evidence = new[] { "QĐ 12/QĐ-TCT" } })));
        await server.AcceptedAsync(Leader, Sheets, Sheet(Leader, classes: Entered("classes", 150, new { target = 100 })));
        foreach (var school in Others)
            await server.AcceptedAsync(school, Sheets, Sheet(school, classes: Entered("classes", 0, new { assigned = false })));

        await InspectAsync();
        await server.AcceptedAsync(Head, $"{Year}/ranking", new { });
        var year = await server.ReadWhenAsync(Year, _ => true);

        // The head's: 6 + 6 × 0.2/0.5 = 8.4, level 3 = 8, 10 × 50/55 = 9.0909…, bonus 4, penalty 1.5. Of the others two criteria stand for three: 17.0909… × 30/18.
        Assert.Equal([31.59m, 30.98m, 30.98m, 30.98m, 27.99m], year["ranking"]!.AsArray().Select(r => (decimal)r!["total"]!));
        Assert.Equal((Leader, Head), ((string?)year["ranking"]![0]!["school"], (string?)year["ranking"]![4]!["school"]));
        var layers = Of(year, Head)["layers"]!.AsArray();
        Assert.Equal(["self", "inspected", "final"], layers.Select(l => (string)l!["layer"]!));
        Assert.Equal(
            """{"code":"classes","points":8.4,"cutFrom":null,"estimated":true,"best":0.5}""", layers[0]!["nodes"]!.AsArray().Single(n => (string?)n!["code"] == "classes")!.ToJsonString());
        Assert.Null(Of(year, Others[0])["layers"]![0]!["nodes"]!.AsArray().Single(n => (string?)n!["code"] == "classes")!["points"]);
        Assert.Equal(5, year["advisory"]!.AsArray().Count);
        Assert.All(year["advisory"]!.AsArray(), row => Assert.Equal((0m, 1m), ((decimal)row!["adjustment"]!, (decimal)row["agreement"]!)));
        Assert.Equal("QĐ 12/QĐ-TCT", (string?)Of(year, Head)["selfScores"]![0]!["entry"]!["evidence"]![0]);
    }

    private static string[] Others => [.. ApiServer.Members.Where(m => m is not (Head or Leader))];

    private static JsonNode Of(JsonNode year, string school) => year["sheets"]!.AsArray().Single(s => (string?)s!["school"] == school)!;

    private static object Entered(string criterion, decimal points, object? entry = null) => new { criterion, points, entry };

    private static object[] Leaves(object classes, int quality = 3) =>
        [classes, Entered("quality", quality), Entered("standard", 50), Entered("prizes", 2), Entered("late-reports", 3)];

    private static object Sheet(string school, object? classes = null, int quality = 3) =>
        new { school, scores = Leaves(classes ?? Entered("classes", 120, new { target = 100 }), quality) };

    private Task RefusedAsync(string code, object body) => server.RefusedAsync(HttpStatusCode.UnprocessableEntity, code, Head, Sheets, body, Year);

    private async Task InspectAsync()
    {
        await server.AcceptedAsync(Head, $"{Year}/cross-inspection", new { });
        foreach (var school in ApiServer.Members)
        {
            var inspection = $"{Year}/inspections/{school}";
            var shown = await server.ReadWhenAsync(inspection, _ => true);
            var findings = shown["selfScores"]!.AsArray().Select(s => new { criterion = (string)s!["criterion"]!, points = (decimal)s["points"]!, entry = s["entry"]?.DeepClone() }).ToList();
            await server.AcceptedAsync((string)shown["inspectors"]![0]!, $"{inspection}/findings", new { visitedOn = "2026-10-20", findings });
            await server.AcceptedAsync(school, $"{inspection}/acknowledgement", new { recording = 1 });
        }

        await server.ReadWhenAsync(Year, y => y["sheets"]!.AsArray().All(s => s!["verified"]!.AsArray().Count > 0));
    }

    private async Task OpenYearAsync()
    {
        var regulation = OpenedYear.Regulation().WithoutOptionalPhases();
        regulation["scores"]!["base"] = null;
        regulation["scores"]!["groups"] = new JsonArray();
        regulation["scores"]!["tree"] = JsonNode.Parse(Tree);
        regulation["scores"]!["tree"]!["root"]!["maximum"] = 29;
        await server.RefusedAsync(HttpStatusCode.UnprocessableEntity, "regulation_invalid", null, "/academy/regulations", new { regulation }, "/academy");
        regulation["scores"]!["tree"]!["root"]!["maximum"] = 30;
        await server.OpenYearAsync(regulation, Head);
        await server.SignPactAsync(Head, "2026-02-20");
        await server.AcceptedAsync(Head, $"{Year}/self-scoring", new { });
    }
}
