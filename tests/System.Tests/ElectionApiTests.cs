using System.Net;

namespace ClusterActors.Tests;

/// <summary>A cluster elects its officers over HTTP, from the conference to the handover, on one live server.</summary>
public sealed class ElectionApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Head = "dong-nai";
    private const string Cluster = "/clusters/t";
    private const string Year = "/clusters/t/years/2026";
    private const string Election = "/clusters/t/elections/2027";
    private const string Day = "2026-02-20";
    private static readonly string[] Members = ApiServer.Members;
    private static readonly string[] Committee = ["ba-ria-vung-tau", "binh-duong", "binh-phuoc"];

    [Fact]
    public async Task the_elected_head_and_deputies_come_into_office()
    {
        await HoldTheYearAsync();
        await server.ReadWhenAsync(Cluster, c => (int?)c["election"] == 2027);
        await server.ReadWhenAsync(Election, e => (string?)e["stage"] == "voting");

        await Refused(HttpStatusCode.Forbidden, "forbidden", "binh-thuan", "/rounds", new { committee = Committee });
        await Refused(HttpStatusCode.UnprocessableEntity, "round_unknown", Committee[0], "/counts", Count(1, "binh-thuan", 5));
        await RoundAsync(1, Count(1, "binh-thuan", 2));
        await RoundAsync(2, Count(2, "binh-thuan", 5));
        await Refused(HttpStatusCode.Conflict, "round_not_open", Committee[0], "/counts", Count(2, "binh-thuan", 4));

        await server.AcceptedAsync(Head, $"{Election}/rounds", new { committee = Committee });
        await Refused(HttpStatusCode.Conflict, "round_open", Head, "/rounds", new { committee = Committee });
        await Refused(HttpStatusCode.UnprocessableEntity, "candidate_unknown", Committee[0], "/counts", Count(3, "binh-thuan", 5));
        await Refused(HttpStatusCode.UnprocessableEntity, "vote_of_other_method", Head, "/open-votes", new { round = 3, school = Head, choices = Array.Empty<string>() });
        await Refused(HttpStatusCode.UnprocessableEntity, "vote_of_other_method", Head, "/closings", new { round = 3 });
        await ConfirmedAsync(3, new { round = 3, count = new { issued = 5, returned = 5, valid = 5, invalid = 0, marks = new[] { new { school = Head, count = 3 }, new { school = "binh-phuoc", count = 4 } } } });

        var election = await server.ReadWhenAsync(Election, e => (string?)e["stage"] == "elected");
        Assert.Equal(["binh-thuan", "binh-phuoc", Head], election["elected"]!.AsArray().Select(s => (string)s!));
        Assert.Equal("""{"base":"cast","quorum":"2/3","threshold":"1/2","above":false,"tieChain":["score","fewer-penalties","lot"],"mostMarks":1,"voters":"all"}""", election["rounds"]![0]!["terms"]!.ToJsonString());
        await HandOverAsync();
    }

    [Fact]
    public Task an_election_that_was_never_called_is_not_found() =>
        server.RefusedAsync(HttpStatusCode.NotFound, "not_found", Head, "/clusters/t/elections/2030/rounds", new { committee = Committee }, "/clusters/t/elections/2030");

    private static object Count(int round, string school, int marks) =>
        new { round, count = new { issued = 5, returned = 5, valid = 5, invalid = 0, marks = new[] { new { school, count = marks } } } };

    private async Task RoundAsync(int round, object count)
    {
        await server.AcceptedAsync(Head, $"{Election}/rounds", new { committee = Committee });
        await ConfirmedAsync(round, count);
    }

    private async Task ConfirmedAsync(int round, object count)
    {
        await server.AcceptedAsync(Committee[0], $"{Election}/counts", count);
        await server.AcceptedAsync(Committee[1], $"{Election}/confirmations", new { round, recording = 1 });
        await server.AcceptedAsync(Committee[2], $"{Election}/confirmations", new { round, recording = 1 });
    }

    private async Task HandOverAsync()
    {
        var proposed = (await server.ReadWhenAsync(Year, y => y["proposed"] is not null))["proposed"]!;
        Assert.Equal(("binh-thuan", false), ((string?)proposed["head"], (bool?)proposed["acting"]));
        await server.AcceptedAsync(null, $"{Year}/recognition", new { decision = new { number = "1/QĐ", issuedOn = Day } });
        await server.ReadWhenAsync(Cluster, c => c["recognised"] is not null);
        await HandOverWithInventoryAsync();
        await server.ReadWhenAsync(Year, y => (string?)y["handedOverTo"] == "binh-thuan");
    }

    private async Task HandOverWithInventoryAsync()
    {
        object Signature(string school, int? inventory) => new { year = 2027, school, signedOn = Day, inventory };
        object Listed(string? reason, params string[] subjects) => new { year = 2027, items = subjects.Select(subject => new { subject, text = "Hồ sơ" }), reason };
        await RefusedAsync(HttpStatusCode.Conflict, "inventory_missing", Head, $"{Cluster}/handover/signatures", Signature(Head, null));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "inventory_invalid", Head, $"{Cluster}/handover/inventory", Listed(null, "documents"));
        await RefusedAsync(HttpStatusCode.Forbidden, "forbidden", "binh-thuan", $"{Cluster}/handover/inventory", Listed(null, "documents", "head-flag", "open-matters"));
        await server.AcceptedAsync(Head, $"{Cluster}/handover/inventory", Listed(null, "documents", "head-flag", "open-matters"));
        await server.AcceptedAsync("binh-thuan", $"{Cluster}/handover/signatures", Signature("binh-thuan", 1));
        await server.AcceptedAsync(Head, $"{Cluster}/handover/inventory", Listed("Thiếu con dấu", "documents", "head-flag", "open-matters", "other"));
        await RefusedAsync(HttpStatusCode.Conflict, "inventory_changed", "binh-thuan", $"{Cluster}/handover/signatures", Signature("binh-thuan", 1));
        foreach (var school in new[] { Head, "binh-thuan" })
            await server.AcceptedAsync(school, $"{Cluster}/handover/signatures", Signature(school, 2));
        Assert.Equal(4, (await server.ReadWhenAsync(Cluster, _ => true))["inventory"]!["items"]!.AsArray().Count);

        Task RefusedAsync(HttpStatusCode status, string code, string school, string path, object body) => server.RefusedAsync(status, code, school, path, body, Cluster);
    }

    private async Task HoldTheYearAsync()
    {
        var regulation = OpenedYear.Regulation().WithoutOptionalPhases();
        regulation["officers"]!["method"]!["value"] = "election";
        await server.OpenYearAsync(regulation, Head);
        await server.SignPactAsync(Head, Day);
        await ScoreAsync(regulation.Criteria());

        await server.AcceptedAsync(Head, $"{Year}/votes", new { award = "flag", committee = Committee });
        await server.AcceptedAsync(Committee[0], $"{Year}/votes/counts", new { vote = 1, count = new { issued = 5, returned = 5, valid = 5, invalid = 0, marks = new[] { new { school = Head, count = 5 } } } });
        foreach (var school in Committee.Skip(1))
            await server.AcceptedAsync(school, $"{Year}/votes/confirmations", new { vote = 1, recording = 1 });
        await server.AcceptedAsync(Head, $"{Year}/votes", new { award = "certificate", committee = Array.Empty<string>() });
        await server.AcceptedAsync(Head, $"{Year}/votes/closings", new { vote = 2 });
        await server.AcceptedAsync(Head, $"{Year}/conference", new { heldOn = Day, host = Head, attending = Members });
    }

    private async Task ScoreAsync(string[] criteria)
    {
        await server.AcceptedAsync(Head, $"{Year}/self-scoring", new { });
        foreach (var school in Members)
            await server.AcceptedAsync(school, $"{Year}/self-scores", new { school, scores = criteria.Select(criterion => new { criterion, points = 1 }) });
        await server.AcceptedAsync(Head, $"{Year}/cross-inspection", new { });
        foreach (var school in Members)
        {
            var inspection = $"{Year}/inspections/{school}";
            var inspector = (string)(await server.ReadWhenAsync(inspection, _ => true))["inspectors"]![0]!;
            await server.AcceptedAsync(inspector, $"{inspection}/findings", new { visitedOn = Day, findings = criteria.Select(criterion => new { criterion, points = 1, reason = (string?)null }) });
            await server.AcceptedAsync(school, $"{inspection}/acknowledgement", new { recording = 1 });
        }

        await server.ReadWhenAsync(Year, y => y["sheets"]!.AsArray().All(s => s!["verified"]!.AsArray().Count > 0));
        await server.AcceptedAsync(Head, $"{Year}/ranking", new { });
    }

    private Task Refused(HttpStatusCode status, string code, string school, string path, object body) =>
        server.RefusedAsync(status, code, school, $"{Election}{path}", body, Election);
}
