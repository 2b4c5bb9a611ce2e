using System.Net;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

/// <summary>A deadline passes and is extended, over HTTP and on one played server, whose clock says what is late.</summary>
public sealed class DeadlineApiTests(PlayedApiServer server) : IClassFixture<PlayedApiServer>
{
    private const string Head = "dong-nai";
    private const string Late = "binh-phuoc";
    private const string Year = "/clusters/t/years/2026";
    private const string Extensions = $"{Year}/deadlines/extensions";

    [Fact]
    public async Task what_came_too_late_is_taken_once_the_deadline_is_extended()
    {
        await OpenYearAsync();
        await server.MoveClockAsync("2026-03-08T02:00:00Z");
        await RefusedAsync(HttpStatusCode.Conflict, "deadline_passed", Late, $"{Year}/pact/signatures", Signature(Late));

        await RefusedAsync(HttpStatusCode.Forbidden, "forbidden", Late, Extensions, Extension("2026-03-10"));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "deadline_unknown", null, Extensions, Extension("2026-03-10", "findings"));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "extension_invalid", null, Extensions, Extension("2026-03-07"));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "extension_too_far", Head, Extensions, Extension("2026-03-13"));
        await server.AcceptedAsync(Head, Extensions, Extension("2026-03-10"));
        await RefusedAsync(HttpStatusCode.Conflict, "extensions_used_up", Head, Extensions, Extension("2026-03-11"));
        await server.AcceptedAsync(null, Extensions, Extension("2026-03-20"));

        await server.AcceptedAsync(Late, $"{Year}/pact/signatures", Signature(Late));
        var year = await server.ReadWhenAsync(Year, _ => true);
        Assert.Equal("""[{"school":"binh-phuoc","signedOn":"2026-03-08","late":false}]""", year["signatures"]!.ToJsonString());
        Assert.Equal(["2026-03-20"], year["deadlines"]!.AsArray().Select(d => (string)d!["day"]!));
        Assert.Equal(
            [("2026-03-07", "2026-03-10", "dong-nai"), ("2026-03-10", "2026-03-20", null)],
            year["extensions"]!.AsArray().Select(x => ((string)x!["before"]!, (string)x["day"]!, (string?)x["school"])));
        await InboxesAsync();
        var standing = await server.ReadWhenAsync("/national/years/2026/clusters", _ => true);
        Assert.Equal("2026-03-20", (string?)standing[0]!["next"]!["day"]);
        await ClosedSigningAsync();
    }

    private async Task ClosedSigningAsync()
    {
        var closing = new { decision = new { number = "12/QĐ", issuedOn = "2026-03-12" }, reason = "Some schools do not sign" };
        await RefusedAsync(HttpStatusCode.Forbidden, "forbidden", Head, $"{Year}/pact/closing", closing);
        await server.AcceptedAsync(null, $"{Year}/pact/closing", closing);
        Assert.Equal("running", (string?)(await server.ReadWhenAsync(Year, _ => true))["phase"]);
    }

    // Seven days before the extended deadline of 20 March the four who have not signed are reminded.
    private async Task InboxesAsync()
    {
        Assert.Equal("[]", (await server.ReadWhenAsync("/academy/inbox", _ => true)).ToJsonString());
        await server.MoveClockAsync("2026-03-13T02:00:00Z");
        var item = Assert.Single((await server.ReadWhenAsync("/schools/dong-nai/inbox", _ => true)).AsArray())!;
        Assert.Equal(
            """{"duty":{"cluster":"t","year":2026,"school":"dong-nai","kind":"pact-signature","inspected":null,"day":"2026-03-20"},"remindOn":["2026-03-13","2026-03-17","2026-03-19"],"reminded":"2026-03-13","daysLeft":7,"daysLate":0,"acknowledged":false}""",
            item.ToJsonString());
        Assert.Equal("[]", (await server.ReadWhenAsync($"/schools/{Late}/inbox", _ => true)).ToJsonString());
        Assert.Equal(4, (await server.ReadWhenAsync("/academy/inbox", _ => true)).AsArray().Count);

        var taken = new { reminder = new { duty = item["duty"], on = item["reminded"] } };
        Assert.Equal(HttpStatusCode.Forbidden, (await server.TellAsync(Late, "/schools/dong-nai/inbox/acknowledgements", taken)).Status);
        foreach (var (member, wrong) in new[] { ("kind", "self-scores"), ("day", "2026-03-21"), ("school", Late), ("cluster", "none") })
        {
            var other = item["duty"]!.DeepClone();
            other[member] = wrong;
            await RefusedAsync(HttpStatusCode.UnprocessableEntity, "reminder_unknown", Head, "/schools/dong-nai/inbox/acknowledgements", new { reminder = new { duty = other, on = item["reminded"] } });
        }

        await RefusedAsync(
            HttpStatusCode.UnprocessableEntity, "reminder_unknown", Head, "/schools/dong-nai/inbox/acknowledgements", new { reminder = new { duty = item["duty"], on = "2026-03-12" } });
        await server.AcceptedAsync(Head, "/schools/dong-nai/inbox/acknowledgements", taken);
        Assert.Equal(HttpStatusCode.Conflict, (await server.TellAsync(Head, "/schools/dong-nai/inbox/acknowledgements", taken)).Status);
        await server.AcceptedAsync(null, "/academy/inbox/acknowledgements", taken);
        Assert.True((bool)(await server.ReadWhenAsync("/schools/dong-nai/inbox", _ => true))[0]!["acknowledged"]!);
        Assert.Single((await server.ReadWhenAsync("/academy/inbox", _ => true)).AsArray(), x => (bool)x!["acknowledged"]!);
    }

    private static object Signature(string school) => new { school, signedOn = "2026-03-08", draft = 1 };

    private static object Extension(string day, string step = "pact-signature") => new { step, day, reason = "Storm" };

    private Task RefusedAsync(HttpStatusCode status, string code, string? school, string path, object body) =>
        server.RefusedAsync(status, code, school, path, body, Year);

    private async Task OpenYearAsync()
    {
        await server.MoveClockAsync("2026-02-25T05:00:00Z");
        var regulation = OpenedYear.Regulation();
        regulation["calendar"] = null;
        regulation["deadlines"] = new JsonArray(JsonNode.Parse("""
            {
              "step": "pact-signature", "day": "2026-03-07", "effect": "refuse", "source": "sample regulation",
              "extension": {
                "by": { "value": "head", "source": "sample regulation" },
                "times": { "value": 1, "source": "sample regulation" },
                "days": { "value": 5, "source": "sample regulation" }
              }
            }
            """));
        await server.OpenYearAsync(regulation, Head);
        await server.ProposePactAsync(Head);
    }
}
