using System.Net;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

/// <summary>What a year refuses over HTTP, in the order of the year, on one live server.</summary>
public sealed class YearApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Head = "dong-nai";
    private const string Cluster = "/clusters/t";
    private const string Year = "/clusters/t/years/2026";
    private static readonly string[] Members = ApiServer.Members;

    [Fact]
    public async Task each_step_refuses_what_it_must_and_nothing_changes()
    {
        var regulation = OpenedYear.Regulation().WithoutOptionalPhases();
        regulation["votes"]![1]!["rounds"]!["most"]!["value"] = 2;
        regulation["council"]!["governmentFlag"]!["mostShare"]!["value"] = "1/1";
        await server.OpenYearAsync(regulation, Head, ["binh-duong"], ["binh-phuoc"]);
        await Refused(HttpStatusCode.Conflict, "year_already_open", Head, $"{Cluster}/years", new { year = 2026 }, Cluster);

        await RegulationAsync();
        await PactAsync();
        var good = await SelfScoresAsync(regulation);
        await InspectionsAsync(good);
        await VotesAsync();
        await SecondRoundAsync();
        await CouncilAsync();
    }

    private async Task RegulationAsync()
    {
        foreach (var address in new[] { $"{Year}/regulation", "/academy/regulations/2026" })
        {
            var votes = (await server.ReadWhenAsync(address, regulation => (int)regulation["year"]! == 2026))["votes"]!;
            Assert.Equal(("2/3", "roll", 2), ((string)votes[1]!["threshold"]!["value"]!, (string)votes[1]!["base"]!["value"]!, (int)votes[1]!["rounds"]!["most"]!["value"]!));
        }

        foreach (var address in new[] { "/clusters/t/years/2027/regulation", "/clusters/u/years/2026/regulation", "/academy/regulations/2027" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            server.Sign(request, Head);
            Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync(request)).Status);
        }
    }

    private async Task PactAsync()
    {
        var targets = new[] { new { number = 1, text = "Một" } };
        await Refused(HttpStatusCode.UnprocessableEntity, "pact_without_targets", Head, $"{Year}/pact", new { targets = Array.Empty<object>() });
        await Refused(HttpStatusCode.Forbidden, "forbidden", "binh-duong", $"{Year}/pact", new { targets });
        await Refused(HttpStatusCode.Conflict, "wrong_phase", Head, $"{Year}/self-scoring", new { });
        await server.AcceptedAsync(Head, $"{Year}/pact", new { targets });

        object Signature(string school) => new { school, signedOn = "2026-02-20", draft = 1 };
        await Refused(HttpStatusCode.Forbidden, "not_a_member", ApiServer.Outsider, $"{Year}/pact/signatures", Signature(ApiServer.Outsider));
        await Refused(HttpStatusCode.Forbidden, "forbidden", Head, $"{Year}/pact/signatures", Signature("binh-duong"));
        await server.AcceptedAsync(Head, $"{Year}/pact/signatures", Signature(Head));
        await Refused(HttpStatusCode.Conflict, "already_signed", Head, $"{Year}/pact/signatures", Signature(Head));
        await Refused(HttpStatusCode.Conflict, "pact_already_signed", Head, $"{Year}/pact", new { targets });
        foreach (var school in Members.Where(m => m != Head))
            await server.AcceptedAsync(school, $"{Year}/pact/signatures", Signature(school));
        await Refused(HttpStatusCode.Conflict, "already_signed", Head, $"{Year}/pact/signatures", Signature(Head));
    }

    private async Task<Dictionary<string, decimal>> SelfScoresAsync(JsonNode regulation)
    {
        var good = regulation["scores"]!["groups"]!.AsArray().SelectMany(g => g!["criteria"]!.AsArray()).ToDictionary(c => (string)c!["code"]!, _ => 1.25m);
        await Refused(HttpStatusCode.Conflict, "wrong_phase", Head, $"{Year}/self-scores", Sheet(Head, good));
        await server.AcceptedAsync(Head, $"{Year}/self-scoring", new { });
        foreach (var (points, code) in new[] { (16m, "score_above_maximum"), (-0.5m, "score_negative"), (1.125m, "score_too_many_decimals") })
            await Refused(HttpStatusCode.UnprocessableEntity, code, Head, $"{Year}/self-scores", Sheet(Head, new(good) { ["training-plan"] = points }));
        await Refused(HttpStatusCode.UnprocessableEntity, "criterion_unknown", Head, $"{Year}/self-scores", Sheet(Head, new(good) { ["charm"] = 1 }));
        await Refused(HttpStatusCode.UnprocessableEntity, "criterion_missing", Head, $"{Year}/self-scores", Sheet(Head, good.Skip(1).ToDictionary()));
        await Refused(HttpStatusCode.Forbidden, "forbidden", "binh-duong", $"{Year}/self-scores", Sheet(Head, good));
        foreach (var school in Members.Where(m => m != Head))
            await server.AcceptedAsync(school, $"{Year}/self-scores", Sheet(school, good));
        await Refused(HttpStatusCode.Conflict, "sheets_missing", Head, $"{Year}/cross-inspection", new { });
        await server.AcceptedAsync(Head, $"{Year}/self-scores", Sheet(Head, good));
        await server.AcceptedAsync(Head, $"{Year}/cross-inspection", new { });
        return good;
    }

    private async Task InspectionsAsync(Dictionary<string, decimal> good)
    {
        await server.ReadWhenAsync(Year, y => (string?)y["phase"] == "cross-inspection");
        await Refused(HttpStatusCode.Conflict, "findings_missing", Head, $"{Year}/ranking", new { });
        foreach (var school in Members)
        {
            var inspection = $"{Year}/inspections/{school}";
            var inspectors = (await server.ReadWhenAsync(inspection, _ => true))["inspectors"]!.AsArray().Select(i => (string)i!).ToList();
            Assert.DoesNotContain(school, inspectors);
            object Findings(decimal plan, string? reason = null) => new
            {
                visitedOn = "2026-10-20",
                findings = good.Select(g => new { criterion = g.Key, points = g.Key == "training-plan" ? plan : g.Value, reason = g.Key == "training-plan" ? reason : null }),
            };
            await Refused(HttpStatusCode.Forbidden, "not_an_inspector", school, $"{inspection}/findings", Findings(1.25m), inspection);
            await Refused(HttpStatusCode.UnprocessableEntity, "reason_required", inspectors[0], $"{inspection}/findings", Findings(10), inspection);
            await server.AcceptedAsync(inspectors[1], $"{inspection}/findings", Findings(10, "Đã làm tốt hơn"));
            await server.AcceptedAsync(school, $"{inspection}/acknowledgement", new { recording = 1 });
        }

        await server.ReadWhenAsync(Year, y => y["sheets"]!.AsArray().All(s => s!["verified"]!.AsArray().Count > 0));
        await server.AcceptedAsync(Head, $"{Year}/ranking", new { });
    }

    private async Task VotesAsync()
    {
        var committee = Members.Take(3).ToArray();
        await Refused(HttpStatusCode.UnprocessableEntity, "committee_invalid", Head, $"{Year}/votes", new { award = "flag", committee = committee.Take(2) });
        await Refused(HttpStatusCode.Conflict, "votes_missing", Head, $"{Year}/votes", new { award = "certificate", committee = Array.Empty<string>() });
        await server.AcceptedAsync(Head, $"{Year}/votes", new { award = "flag", committee });

        static object Count(int returned, int valid, int invalid, int marks, string school = Head) =>
            new { vote = 1, count = new { issued = 5, returned, valid, invalid, marks = new[] { new { school, count = marks }, new { school = "binh-duong", count = 1 } } } };
        await Refused(HttpStatusCode.UnprocessableEntity, "counts_do_not_add_up", committee[0], $"{Year}/votes/counts", Count(5, 4, 0, 3));
        await Refused(HttpStatusCode.UnprocessableEntity, "counts_do_not_add_up", committee[0], $"{Year}/votes/counts", Count(6, 6, 0, 3));
        await Refused(HttpStatusCode.UnprocessableEntity, "marks_beyond_quota", committee[0], $"{Year}/votes/counts", Count(5, 5, 0, 5));
        await Refused(HttpStatusCode.UnprocessableEntity, "candidate_unknown", committee[0], $"{Year}/votes/counts", Count(5, 5, 0, 4, ApiServer.Outsider));
        await Refused(HttpStatusCode.Forbidden, "not_on_the_committee", Head, $"{Year}/votes/counts", Count(5, 5, 0, 4));
        await server.AcceptedAsync(committee[0], $"{Year}/votes/counts", Count(5, 5, 0, 4));
        await Refused(HttpStatusCode.Conflict, "already_confirmed", committee[0], $"{Year}/votes/confirmations", new { vote = 1, recording = 1 });
        await Refused(HttpStatusCode.Conflict, "votes_missing", Head, $"{Year}/conference", new { heldOn = "2026-11-12", host = Head, attending = Members });
        await server.AcceptedAsync(committee[1], $"{Year}/votes/confirmations", new { vote = 1, recording = 1 });
        await server.AcceptedAsync(committee[2], $"{Year}/votes/confirmations", new { vote = 1, recording = 1 });
        var year = await server.ReadWhenAsync(Year, _ => true);
        Assert.Equal(Head, (string)year["votes"]![0]!["outcome"]!["chosen"]![0]!);
        Assert.Empty(year["votes"]![0]!["choices"]!.AsArray());
        var terms = year["votes"]![0]!["terms"]!;
        Assert.Equal(("roll", "2/3", "2/3"), ((string)terms["base"]!, (string)terms["quorum"]!, (string)terms["threshold"]!));
        Assert.Equal(["score", "fewer-penalties", "lot"], terms["tieChain"]!.AsArray().Select(rule => (string)rule!));

        await server.AcceptedAsync(Head, $"{Year}/votes", new { award = "certificate", committee = Array.Empty<string>() });
        await Refused(HttpStatusCode.UnprocessableEntity, "candidate_unknown", "binh-duong", $"{Year}/votes/open-votes", new { vote = 2, school = "binh-duong", choices = new[] { Head } });
        await Refused(HttpStatusCode.UnprocessableEntity, "self_vote", "binh-duong", $"{Year}/votes/open-votes", new { vote = 2, school = "binh-duong", choices = new[] { "binh-duong" } });
        await Refused(HttpStatusCode.UnprocessableEntity, "marks_beyond_quota", "binh-duong", $"{Year}/votes/open-votes", new { vote = 2, school = "binh-duong", choices = new[] { "binh-phuoc", "binh-thuan" } });
    }

    private async Task SecondRoundAsync()
    {
        object certificate = new { award = "certificate", committee = Array.Empty<string>() };
        await Refused(HttpStatusCode.Conflict, "already_exists", Head, $"{Year}/votes", certificate);
        await server.AcceptedAsync(Head, $"{Year}/votes/closings", new { vote = 2 });
        await Refused(HttpStatusCode.Conflict, "votes_missing", Head, $"{Year}/conference", new { heldOn = "2026-11-12", host = Head, attending = Members });
        await server.AcceptedAsync(Head, $"{Year}/votes", certificate);
        var year = await server.ReadWhenAsync(Year, y => y["votes"]!.AsArray().Count == 3);
        Assert.Equal((2, 1), ((int)year["votes"]![2]!["round"]!, (int)year["votes"]![2]!["seats"]!));
    }

    private async Task CouncilAsync()
    {
        const string council = "/national/years/2026/council";
        var (decision, flag) = (new { number = "1/QĐ", issuedOn = "2026-11-20" }, new { cluster = "t", award = "flag", school = Head });
        Assert.Equal(HttpStatusCode.NotFound, (await server.TellAsync(null, $"{council}/sessions", new { heldOn = "2026-11-15", tookPart = 11, chairTookPart = true, written = false })).Status);
        await server.AcceptedAsync(Head, $"{Year}/votes/closings", new { vote = 3 });
        await server.AcceptedAsync(Head, $"{Year}/conference", new { heldOn = "2026-11-12", host = Head, attending = Members });
        await server.ReadWhenAsync(council, _ => true);

        object Dossier(params string[] codes) => new { flag.cluster, flag.award, flag.school, documents = codes.Select(code => new { code, name = "Tài liệu", place = "Tủ 1" }) };
        object appraisal = new { flag.cluster, flag.award, flag.school, inFavour = true, finding = "Đạt" };
        object Vote(int inFavour, int session = 1) => new { session, flag.cluster, flag.award, flag.school, count = new { inFavour, against = 0, chair = true } };
        await Refused(HttpStatusCode.UnprocessableEntity, "dossier_invalid", null, $"{council}/dossiers", Dossier("letter", "letter"), council);
        await server.AcceptedAsync(null, $"{council}/dossiers", Dossier("letter"));
        await Refused(HttpStatusCode.Conflict, "dossier_incomplete", null, $"{council}/appraisals", appraisal, council);
        await server.AcceptedAsync(null, $"{council}/dossiers", Dossier("letter", "minutes", "report"));
        await server.AcceptedAsync(null, $"{council}/sessions", new { heldOn = "2026-11-15", tookPart = 11, chairTookPart = true, written = false });
        await Refused(HttpStatusCode.Conflict, "appraisal_missing", null, $"{council}/votes", Vote(11), council);
        await server.AcceptedAsync(null, $"{council}/appraisals", appraisal);
        await Refused(HttpStatusCode.UnprocessableEntity, "session_unknown", null, $"{council}/votes", Vote(11, session: 2), council);
        await Refused(HttpStatusCode.UnprocessableEntity, "counts_do_not_add_up", null, $"{council}/votes", Vote(12), council);
        await Refused(HttpStatusCode.Forbidden, "forbidden", Head, $"{council}/votes", Vote(11), council);
        object grant = new { flag.award, flag.school, granted = true, decision };
        await Refused(HttpStatusCode.UnprocessableEntity, "reason_required", null, $"{Year}/decisions", grant);
        await server.AcceptedAsync(null, $"{council}/votes", Vote(10));
        var advised = await server.ReadWhenAsync(Year, y => y["nominations"]![0]!["council"] is not null);
        Assert.True((bool)advised["nominations"]![0]!["council"]!["outcome"]!["recommended"]!);
        await server.AcceptedAsync(null, $"{Year}/decisions", grant);
        await GovernmentFlagAsync(council);
    }

    private async Task GovernmentFlagAsync(string council)
    {
        var letter = new { number = "7/TTr", issuedOn = "2026-11-21" };
        await Refused(HttpStatusCode.Conflict, "award_not_held", null, $"{council}/government-flags/proposals", new { school = "binh-duong", letter }, council);
        await server.ReadWhenAsync(council, c => (int)c["governmentMost"]! == 1);
        await Refused(HttpStatusCode.Conflict, "not_recommended", null, $"{council}/government-flags/proposals", new { school = Head, letter }, council);
        await server.AcceptedAsync(null, $"{council}/government-flags/votes", new { session = 1, school = Head, count = new { inFavour = 9, against = 2, chair = true } });
        await server.AcceptedAsync(null, $"{council}/government-flags/proposals", new { school = Head, letter });
        await server.AcceptedAsync(null, $"{council}/government-flags/decisions", new { school = Head, outcome = "granted", decision = new { number = "9/QĐ-TTg", issuedOn = "2026-11-22" } });
        var school = await server.ReadWhenAsync($"/schools/{Head}", s => s["governmentFlags"]!.AsArray().Count > 0);
        Assert.Equal("""[{"year":2026,"outcome":"granted","decision":{"number":"9/QĐ-TTg","issuedOn":"2026-11-22"}}]""",
            school["governmentFlags"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    private static object Sheet(string school, Dictionary<string, decimal> points) =>
        new { school, scores = points.Select(p => new { criterion = p.Key, points = p.Value }) };

    private Task Refused(HttpStatusCode status, string code, string? school, string path, object body, string unchanged = Year) =>
        server.RefusedAsync(status, code, school, path, body, unchanged);
}
