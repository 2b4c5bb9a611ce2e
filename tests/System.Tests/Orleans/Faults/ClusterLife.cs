using System.Globalization;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests.Faults;

/// <summary>A cluster from its founding through its years, as its schools and the Academy bring them about through the API.</summary>
internal sealed class ClusterLife
{
    public const int FirstYear = 2015;

    /// <summary>Of each school.</summary>
    public const int Inspectors = 1;

    private readonly Caller caller;
    private readonly string code;
    private readonly string address;

    public ClusterLife(Caller caller, string code, int schools)
    {
        (this.caller, this.code, address) = (caller, code, $"/clusters/{code}");
        Schools = [.. Enumerable.Range(1, schools).Select(n => string.Create(CultureInfo.InvariantCulture, $"{code}-{n}"))];
    }

    public string[] Schools { get; }

    /// <summary>Years that are closed, from the first on.</summary>
    public int Closed { get; private set; }

    public string Code => code;

    public async Task FoundAsync()
    {
        foreach (var school in Schools)
            await TellAsync("academy:vn", $"register.{school}", null, "/academy/schools", new { school, name = $"Trường {school}", province = school });
        await Task.WhenAll(Schools.Select(SettleAsync));
        await TellAsync("academy:vn", $"form.{code}", null, "/academy/clusters", new { cluster = code, name = $"Cụm {code}", members = Schools, reason = "Formed for a test" });
        await caller.ReadWhenAsync(address, _ => true);
        await TellAsync($"cluster:{code}", "officers", null, $"{address}/officers", new
        {
            officers = new { year = FirstYear, head = Schools[0], deputies = Schools[1..3] },
            queue = Schools[3..],
            reason = "First officers",
        });
    }

    public async Task PlayAsync(int year, JsonNode regulation)
    {
        await PlayToVoteAsync(year, regulation);
        await VoteAsync(year, Schools);
        await EndAsync(year);
    }

    /// <summary>Up to the open vote for the certificate: everybody may vote, and nobody has.</summary>
    public async Task PlayToVoteAsync(int year, JsonNode regulation)
    {
        var criteria = CriteriaOf(regulation);
        await PlayToSheetsAsync(year);
        await Task.WhenAll(Schools.Select(school => caller.TellAsync(Sheet(year, school, criteria))));
        var head = await HeadAsync(year);
        await InspectAsync(year, head, criteria);

        await CampaignAsync(year, "flag", head, "/votes", new { award = "flag", committee = Schools[..3] });
        await CampaignAsync(year, "count", Schools[0], "/votes/counts", new
        {
            vote = 1,
            count = new { issued = Schools.Length, returned = Schools.Length, valid = Schools.Length, invalid = 0, marks = new[] { new { school = head, count = Schools.Length } } },
        });
        foreach (var school in Schools[1..3])
            await CampaignAsync(year, $"confirm.{school}", school, "/votes/confirmations", new { vote = 1, recording = 1 });
        await CampaignAsync(year, "certificate", head, "/votes", new { award = "certificate", committee = Array.Empty<string>() });
    }

    /// <summary>Up to self-scoring: everybody may hand in a sheet, and nobody has.</summary>
    public async Task PlayToSheetsAsync(int year)
    {
        var head = await OpenAsync(year);
        await CampaignAsync(year, "propose", head, "/pact", new { targets = new[] { new { number = 1, text = "Một" } } });
        await Task.WhenAll(Schools.Select(school => CampaignAsync(year, $"sign.{school}", school, "/pact/signatures", new { school, signedOn = Day(year), draft = 1 })));
        await CampaignAsync(year, "self-scoring", head, "/self-scoring", new { });
    }

    public Operation Sheet(int year, string school, string[] criteria) => new(
        Stream(year), $"score.{school}", school, Campaign(year) + "/self-scores", new { school, scores = criteria.Select(criterion => new { criterion, points = 1 }) });

    public static string[] CriteriaOf(JsonNode regulation) =>
        [.. regulation["scores"]!["groups"]!.AsArray().SelectMany(g => g!["criteria"]!.AsArray()).Select(c => (string)c!["code"]!)];

    /// <summary>All at once, each for another than itself.</summary>
    public async Task VoteAsync(int year, IEnumerable<string> voters)
    {
        var head = await HeadAsync(year);
        var others = Schools.Where(school => school != head).ToArray();
        await Task.WhenAll(voters.Select(school => CampaignAsync(year, $"vote.{school}", school, "/votes/open-votes", new
        {
            vote = 2, school, choices = new[] { school == others[0] ? others[1] : others[0] },
        })));
    }

    /// <summary>From the vote's end to the closing of the year.</summary>
    public async Task EndAsync(int year)
    {
        var head = await HeadAsync(year);
        await CampaignAsync(year, "close-vote", head, "/votes/closings", new { vote = 2 });
        await CampaignAsync(year, "conference", head, "/conference", new { heldOn = Day(year), host = head, attending = Schools });
        var held = await caller.ReadWhenAsync(Campaign(year), c => c["proposed"] is not null);
        var decision = new { number = "1/QĐ", issuedOn = Day(year) };
        foreach (var (award, school) in held["nominations"]!.AsArray().Select(n => ((string)n!["award"]!, (string)n["school"]!)))
            await CampaignAsync(year, $"decide.{award}", null, "/decisions", new { award, school, granted = true, decision, reason = "Hội đồng chưa họp" });
        await caller.ReadWhenAsync(Campaign(year), c => c["nominations"]!.AsArray().All(n => (string)n!["state"]! == "granted"));
        await CampaignAsync(year, "recognise", null, "/recognition", new { decision });
        // Who repeats finds them in office already.
        await caller.ReadWhenAsync(address, c => (int?)(c["recognised"] ?? c["inOffice"])?["year"] > year);
        var items = new[] { "documents", "head-flag", "open-matters" }.Select(subject => new { subject, text = "Hồ sơ" });
        await TellAsync($"cluster:{code}", $"{year}.inventory", head, $"{address}/handover/inventory", new { year = year + 1, items });
        foreach (var school in new[] { head, (string)held["proposed"]!["head"]! })
            await TellAsync($"cluster:{code}", $"{year}.hand-over.{school}", school, $"{address}/handover/signatures", new { year = year + 1, school, signedOn = Day(year), inventory = 1 });
        await caller.ReadWhenAsync(Campaign(year), c => c["handedOverTo"] is not null);
        await CampaignAsync(year, "close", null, "/closing", new { });
        Closed++;
    }

    /// <summary>A command that is refused, by an answer that the campaign's grain has to give.</summary>
    public Task ProbeAsync(int year, string name) => caller.AskAsync(new(Stream(year), name, Schools[0], $"{Campaign(year)}/closing", new { }));

    /// <summary>What a year must look like when each of its steps was done, and once.</summary>
    public void CheckClosed(JsonNode campaign)
    {
        string[] Named(string list, string member) => [.. campaign[list]!.AsArray().Select(one => (string)one![member]!).Order(StringComparer.Ordinal)];
        string[] all = [.. Schools.Order(StringComparer.Ordinal)];
        Assert.Equal("closed", (string)campaign["phase"]!);
        Assert.Equal(all, Named("signatures", "school"));
        Assert.Equal(all, Named("sheets", "school"));
        Assert.All(campaign["sheets"]!.AsArray(), sheet => Assert.Equal(1, (int)sheet!["version"]!));
        Assert.Equal(Inspectors * all.Length, campaign["inspections"]!.AsArray().Count);
        Assert.Equal(all, campaign["votes"]![1]!["choices"]!.AsArray().Select(choice => (string)choice!["school"]!).Order(StringComparer.Ordinal));
        Assert.Equal(2, campaign["votes"]!.AsArray().Count);
        Assert.All(campaign["nominations"]!.AsArray(), nomination => Assert.Equal("granted", (string)nomination!["state"]!));
    }

    public string Campaign(int year) => string.Create(CultureInfo.InvariantCulture, $"{address}/years/{year}");

    public string Stream(int year) => string.Create(CultureInfo.InvariantCulture, $"campaign:{code}:{year}");

    private static string Day(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}-06-01");

    private async Task SettleAsync(string school)
    {
        await caller.ReadWhenAsync($"/schools/{school}", _ => true);
        await caller.EnrolAsync(school);
        await TellAsync($"school:{school}", "appoint", null, $"/schools/{school}/people", new { person = $"p-{school}", role = "principal" });
    }

    private async Task<string> OpenAsync(int year)
    {
        var cluster = await caller.ReadWhenAsync(address, c => c["guidedYears"]!.AsArray().Any(guided => (int)guided! == year) && (int?)c["inOffice"]?["year"] >= year);
        // A year that is repeated may have gone by, and others be in office now.
        var officers = (await caller.ReadAsync(Campaign(year)))?["officers"] ?? cluster["inOffice"]!;
        var head = (string)officers["head"]!;
        await TellAsync($"cluster:{code}", $"{year}.open", head, $"{address}/years", new { year });
        await caller.ReadWhenAsync(Campaign(year), _ => true);
        return head;
    }

    private async Task<string> HeadAsync(int year) => (string)(await caller.ReadWhenAsync(Campaign(year), _ => true))["officers"]!["head"]!;

    private async Task InspectAsync(int year, string head, string[] criteria)
    {
        await CampaignAsync(year, "cross-inspection", head, "/cross-inspection", new { });
        await Task.WhenAll(Schools.Select(school => InspectSchoolAsync(year, school, criteria)));
        await caller.ReadWhenAsync(Campaign(year), c => c["sheets"]!.AsArray().All(sheet => sheet!["verified"]!.AsArray().Count > 0));
        await CampaignAsync(year, "ranking", head, "/ranking", new { });
    }

    private async Task InspectSchoolAsync(int year, string school, string[] criteria)
    {
        var path = $"{Campaign(year)}/inspections/{school}";
        var stream = string.Create(CultureInfo.InvariantCulture, $"inspection:{code}:{year}:{school}");
        var inspector = (string)(await caller.ReadWhenAsync(path, _ => true))["inspectors"]![0]!;
        await TellAsync(stream, "findings", inspector, $"{path}/findings", new
        {
            visitedOn = Day(year), findings = criteria.Select(criterion => new { criterion, points = 1, reason = (string?)null }),
        });
        await TellAsync(stream, "acknowledge", school, $"{path}/acknowledgement", new { recording = 1 });
    }

    private Task CampaignAsync(int year, string id, string? school, string path, object body) =>
        TellAsync(Stream(year), id, school, Campaign(year) + path, body);

    private Task TellAsync(string stream, string id, string? school, string path, object body) => caller.TellAsync(new(stream, id, school, path, body));
}
