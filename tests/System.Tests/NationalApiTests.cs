using System.Net;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

/// <summary>What is read over many streams at once, on one played server: its clock says what is late.</summary>
public sealed class NationalApiTests(PlayedApiServer server) : IClassFixture<PlayedApiServer>
{
    private const string Head = "dong-nai";
    private const string Year = "/clusters/t/years/2026";
    private const string Standings = "/national/years/2026/clusters";

    private static readonly string[] Addresses =
    [
        Standings, "/national/years/2026/scores", "/national/years/2026/awards", "/national/years/2026/officers",
        "/schools?search=a", "/schools/dong-nai/history", "/schools/dong-nai/journal",
    ];

    [Fact]
    public async Task a_cluster_becomes_late_when_the_day_of_its_deadline_is_past_in_Vietnam()
    {
        await OpenYearAsync();
        await server.AcceptedAsync(Head, $"{Year}/pact", new { targets = new[] { new { number = 1, text = "Một" } } });
        await server.AcceptedAsync(Head, $"{Year}/pact/signatures", new { school = Head, signedOn = "2026-02-24", draft = 1 });

        await server.MoveClockAsync("2026-03-07T16:59:59Z");
        var before = await server.ReadWhenAsync(Standings, _ => true);
        await server.MoveClockAsync("2026-03-07T17:00:00Z");
        var after = await server.ReadWhenAsync(Standings, _ => true);

        const string Standing = """[{"cluster":"t","number":null,"name":"Cụm thử","phase":"pact-open","members":5,"signatures":1,"sheets":0,"inspected":0,"next":{"step":"pact-signature","day":"2026-03-07","pending":4,"late":""";
        Assert.Equal(Standing + """0,"daysLate":0},"overdue":false}]""", Text(before));
        Assert.Equal(Standing + """4,"daysLate":1},"overdue":true}]""", Text(after));
        Assert.Equal(
            """[{"cluster":"t","name":"Cụm thử","standing":"in-office","head":"dong-nai","deputies":["binh-duong"],"acting":null}]""",
            Text(await server.ReadWhenAsync("/national/years/2026/officers", _ => true)));
        Assert.Equal("[]", Text(await server.ReadWhenAsync("/national/years/2026/scores", _ => true)));
        Assert.Equal("[]", Text(await server.ReadWhenAsync("/national/years/2026/awards", _ => true)));

        var history = await server.ReadWhenAsync("/schools/dong-nai/history", _ => true);
        Assert.Equal(("t", 2026, "head", "2026-02-24"), (
            (string?)history["years"]![0]!["cluster"], (int)history["years"]![0]!["year"]!, (string?)history["years"]![0]!["office"], (string?)history["years"]![0]!["signedOn"]));

        var journal = await server.ReadWhenAsync("/schools/dong-nai/journal?limit=2", _ => true);
        var signed = journal["entries"]![0]!;
        Assert.Equal(("campaign:t:2026", "pact-signed", "p-dong-nai@school:dong-nai"), ((string?)signed["stream"], (string?)signed["type"], (string?)signed["actor"]));
        Assert.Equal("""{"school":"dong-nai","signedOn":"2026-02-24","late":false}""", Text(signed["payload"]!));
        var appointed = await JournalAsync("/schools/dong-nai/journal");
        Assert.Contains(appointed, e => (string?)e["type"] == "officers-appointed" && (string?)e["reason"] == "First officers");
        var paged = await PagedJournalAsync();
        Assert.Equal(appointed.Select(Text), paged.Select(Text));
    }

    [Fact]
    public async Task schools_are_searched_page_by_page()
    {
        Assert.Equal(
            """{"schools":[{"school":"ba-ria-vung-tau","name":"Trường ba-ria-vung-tau","province":"ba-ria-vung-tau","cluster":"t"}],"next":"ba-ria-vung-tau"}""",
            Text(await server.ReadWhenAsync("/schools?search=TRUONG%20B&limit=1", page => (string?)page["schools"]![0]!["cluster"] == "t")));
        var next = await server.ReadWhenAsync("/schools?search=tr%C6%B0%E1%BB%9Dng%20B&after=ba-ria-vung-tau&limit=3", _ => true);
        Assert.Equal(["binh-duong", "binh-phuoc", "binh-thuan"], next["schools"]!.AsArray().Select(s => (string)s!["school"]!));
        Assert.Null(next["next"]);
        Assert.Equal(6, (await server.ReadWhenAsync("/schools", _ => true)).AsArray().Count);
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
    [InlineData("/national/years/31/clusters", "year_invalid")]
    [InlineData("/national/years/2014/scores", "year_invalid")]
    [InlineData("/national/years/next/awards", "year_invalid")]
    [InlineData("/national/years/99999999999/officers", "year_invalid")]
    [InlineData("/schools?limit=0", "limit_invalid")]
    [InlineData("/schools?limit=201", "limit_invalid")]
    [InlineData("/schools?limit=ten", "limit_invalid")]
    [InlineData("/schools?after=A", "cursor_invalid")]
    [InlineData("/schools?search=a%00b", "search_invalid")]
    [InlineData("/schools?search=%EF%BF%BE", "search_invalid")]
    [InlineData("/schools/dong-nai/journal?before=0", "cursor_invalid")]
    [InlineData("/schools/dong-nai/journal?before=-1", "cursor_invalid")]
    [InlineData("/schools/dong-nai/journal?before=99999999999999999999", "cursor_invalid")]
    [InlineData("/schools/dong-nai/journal?limit=-1", "limit_invalid")]
    public async Task a_parameter_that_says_nothing_sound_is_refused(string address, string code) =>
        Assert.Equal((HttpStatusCode.BadRequest, code), await AnswerAsync(address));

    [Theory]
    [InlineData("/schools/atlantis/history")]
    [InlineData("/schools/atlantis/journal")]
    [InlineData("/schools/Atlantis/history")]
    [InlineData("/national/years/2026/weather")]
    public async Task what_is_not_there_is_not_found(string address) =>
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), await AnswerAsync(address));

    private async Task OpenYearAsync()
    {
        await server.MoveClockAsync("2026-02-25T05:00:00Z");
        var regulation = OpenedYear.Regulation();
        regulation["calendar"] = null;
        regulation["deadlines"] = new JsonArray(new JsonObject
        {
            ["step"] = "pact-signature", ["day"] = "2026-03-07", ["effect"] = "mark-late", ["source"] = "sample regulation",
        });
        await server.OpenYearAsync(regulation, Head, ["binh-duong"]);
    }

    private async Task<List<JsonNode>> PagedJournalAsync()
    {
        var entries = new List<JsonNode>();
        for (string? next = ""; next is not null;)
        {
            var page = await server.ReadWhenAsync($"/schools/dong-nai/journal?limit=2{next}", _ => true);
            entries.AddRange(page["entries"]!.AsArray().Select(entry => entry!));
            next = page["next"] is { } position ? $"&before={position}" : null;
        }

        return entries;
    }

    private async Task<List<JsonNode>> JournalAsync(string address) =>
        [.. (await server.ReadWhenAsync(address, _ => true))["entries"]!.AsArray().Select(entry => entry!)];

    private async Task<(HttpStatusCode Status, string? Code)> AnswerAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        server.Sign(request, null);
        var (status, problem) = await server.SendAsync(request);
        return (status, (string?)problem?["code"]);
    }

    private static string Text(JsonNode node) => node.ToJsonString(Plain);

    private static readonly System.Text.Json.JsonSerializerOptions Plain =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
