using System.Net;

namespace ClusterActors.Tests;

/// <summary>What a cluster does together in a year, by the sample regulation, over HTTP.</summary>
public sealed class ActivityApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Head = "dong-nai";
    private const string Deputy = "binh-duong";
    private const string Year = "/clusters/t/years/2026";
    private const string Activities = $"{Year}/activities";

    [Fact]
    public async Task a_deputy_hosts_a_meet_members_come_and_one_adopts_what_another_shares()
    {
        await server.OpenYearAsync(OpenedYear.Regulation(), Head, [Deputy]);
        await server.ReadWhenAsync(Activities, a => (string?)a["officers"]!["head"] == Head);

        var meet = new { activity = "sports", kind = "sports", title = "Hội thao cụm", host = Deputy, on = "2026-11-24", place = "Thủ Dầu Một" };
        await RefusedAsync(HttpStatusCode.Forbidden, "forbidden", "binh-phuoc", Activities, meet);
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "activity_kind_unknown", Deputy, Activities, new { activity = "x", kind = "picnic", title = "Dã ngoại", host = Deputy, on = "2026-11-24", place = "Biển" });
        await server.AcceptedAsync(Deputy, Activities, meet);
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "activity_unknown", Deputy, $"{Activities}/cancellations", new { activity = "talk", reason = "Mưa" });
        await server.AcceptedAsync(Deputy, $"{Activities}/moves", new { activity = "sports", host = Deputy, on = "2026-01-02", place = "Dĩ An", reason = "Mưa" });
        await server.AcceptedAsync("binh-phuoc", $"{Activities}/announcements", new { activity = "sports", school = "binh-phuoc", takesPart = true });
        var report = new
        {
            host = Deputy,
            heldOn = "2026-01-02",
            schools = new[] { Deputy, "binh-phuoc" },
            outcome = "Vui khỏe",
            participants = new { number = 150, qualifier = "about" },
            results = new[] { new { school = "binh-phuoc", place = 1 } },
        };
        await server.AcceptedAsync(Deputy, $"{Activities}/reports", new { activity = "sports", report });
        await RefusedAsync(HttpStatusCode.Conflict, "activity_over", Head, $"{Activities}/cancellations", new { activity = "sports", reason = "Mưa" });
        await server.AcceptedAsync(Head, Activities, new { activity = "talk", kind = "talk", title = "Tọa đàm", host = "binh-phuoc", on = "2026-12-01", place = "Đồng Xoài" });
        await server.AcceptedAsync("binh-phuoc", $"{Activities}/cancellations", new { activity = "talk", reason = "Dịch bệnh" });
        await server.AcceptedAsync("binh-phuoc", $"{Year}/practices", new { school = "binh-phuoc", title = "Tập thể kiểu mẫu", summary = "Cách làm hay", activity = "sports" });
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "practice_unknown", Head, $"{Year}/practices/answers", new { school = Head, practice = 2, adopts = true });
        await server.AcceptedAsync(Head, $"{Year}/practices/answers", new { school = Head, practice = 1, adopts = true });

        var shown = await server.ReadWhenAsync(Activities, _ => true);
        Assert.Equal(["sports held", "talk called-off"], shown["activities"]!.AsArray().Select(a => $"{a!["activity"]} {a["standing"]}"));
        var held = shown["activities"]![0]!;
        Assert.Equal(("2026-01-02", "about", 1), ((string)held["on"]!, (string)held["report"]!["participants"]!["qualifier"]!, (int)held["report"]!["results"]![0]!["place"]!));
        Assert.Equal("""[{"school":"binh-phuoc","takesPart":true,"comment":null}]""", held["announcements"]!.ToJsonString());
        Assert.Equal("""[{"school":"dong-nai","adopts":true,"comment":null}]""", shown["practices"]![0]!["answers"]!.ToJsonString());
    }

    private Task RefusedAsync(HttpStatusCode status, string code, string? school, string path, object body) =>
        server.RefusedAsync(status, code, school, path, body, Activities);
}
