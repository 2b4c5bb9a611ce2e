using System.Globalization;
using System.Text.Json.Nodes;
using ClusterActors.Play.Data;

namespace ClusterActors.Play;

/// <summary>One cluster's year as steps through the API, day by day.</summary>
internal sealed class ClusterScript(Dataset data, ClusterYear cluster, Office office)
{
    private readonly string address = $"/clusters/{cluster.Cluster.Code}";
    private readonly string campaign = string.Create(CultureInfo.InvariantCulture, $"/clusters/{cluster.Cluster.Code}/years/{data.Year}");

    private Sample Sample => cluster.Sample;

    private string Head => cluster.Officers.Head;

    /// <summary>The days on which this cluster does something between guidance and decisions, in their order.</summary>
    public IEnumerable<(string Day, IEnumerable<Step> Steps)> Days()
    {
        yield return (Sample.Pact.ProposedOn, ProposePact());
        yield return (Sample.Pact.SignedOn, SignPact());
        if (data.Regulation.Rules.HasMidYearReview)
            yield return (Sample.MidYearReview.HeldOn, Review());
        yield return (Sample.Conference.SelfScoringOn, SelfScores());
        yield return (Sample.Conference.InspectionOn, Inspections());
        yield return (Conference.Date, [.. Reports(), .. Votes(), .. HoldConference(), .. Election()]);
    }

    /// <summary>The finished year, as the API shows it.</summary>
    public async Task<(JsonNode Campaign, JsonNode Cluster, JsonNode? Statistics)> ResultAsync() => (
        await office.Api.ReadWhenAsync(campaign, c => (string)c["phase"]! == "closed"),
        await office.Api.ReadWhenAsync(address, _ => true),
        Sample.Reports is null ? null : await office.Api.ReadWhenAsync($"{campaign}/statistics", totals => (bool)totals["frozen"]!));

    public IEnumerable<Step> Founding()
    {
        foreach (var school in cluster.Schools)
            yield return office.Tell($"register-school.{school.Code}", null, "/academy/schools", new { school = school.Code, school.Name, school.Province });
        foreach (var school in cluster.Schools)
            yield return office.Step($"enrol-principal.{school.Code}", () => EnrolAsync(school.Code));
        yield return office.Tell("form-cluster", null, "/academy/clusters", new { cluster = cluster.Cluster.Code, cluster.Cluster.Number, cluster.Cluster.Name, cluster.Cluster.Members });
        yield return office.Await("cluster-is-formed", address, _ => true);
        yield return office.Tell("appoint-officers", null, $"{address}/officers", new
        {
            officers = new { data.Year, cluster.Officers.Head, cluster.Officers.Deputies },
            queue = Sample.Queue.Where(s => s != Head && !cluster.Officers.Deputies.Contains(s)),
            reason = $"Entry of a past year; evidence: {cluster.Officers.Evidence}",
        });
    }

    public IEnumerable<Step> Opening()
    {
        yield return office.Await("guidance-has-come", address, c => c["guidedYears"]!.AsArray().Any(y => (int)y! == data.Year));
        yield return office.Tell("open-year", Head, $"{address}/years", new { data.Year });
        yield return office.Await("year-is-open", campaign, _ => true);
    }

    /// <summary>The Academy decides on what the cluster has nominated.</summary>
    public IEnumerable<Step> Decisions()
    {
        yield return office.Step("decide-nominations", async () =>
        {
            foreach (var nomination in Nominations(await office.Api.ReadWhenAsync(campaign, _ => true)))
            {
                var declined = Sample.Declined?.FirstOrDefault(d => d.Award == nomination.Award && d.School == nomination.School);
                await office.Api.TellAsync(office.Operation($"decide-nomination.{nomination.Award}.{nomination.School}"), null, $"{campaign}/decisions", new
                {
                    nomination.Award, nomination.School, granted = declined is null, decision = data.National.Awards, declined?.Reason,
                });
            }
        });
        yield return office.Await("nominations-are-decided", campaign, c => c["nominations"]!.AsArray().All(n => (string)n!["state"]! is "granted" or "declined"));
    }

    public IEnumerable<Step> Recognition()
    {
        var next = data.Year + 1;
        yield return office.Await("officers-are-proposed", campaign, c => c["proposed"] is not null);
        yield return office.Tell("recognise-officers", null, $"{campaign}/recognition", new { decision = data.National.Recognition });
        yield return office.Await("recognition-has-come", address, c => (int?)c["recognised"]?["year"] == next || (int?)c["inOffice"]?["year"] == next);
    }

    public IEnumerable<Step> Handover()
    {
        var next = data.Year + 1;
        var signedOn = data.National.HandoverOn;
        yield return office.Tell("list-inventory", Head, $"{address}/handover/inventory", new { year = next, items = Inventory });
        yield return office.Tell($"sign-handover.{Head}", Head, $"{address}/handover/signatures", new { year = next, school = Head, signedOn, inventory = 1 });
        yield return office.Step("sign-handover.next-head", async () =>
        {
            var proposed = (string)(await office.Api.ReadWhenAsync(campaign, _ => true))["proposed"]!["head"]!;
            if (proposed != Head)
                await office.Api.TellAsync(office.Operation("sign-handover.next-head"), Office.Principal(proposed), $"{address}/handover/signatures", new { year = next, school = proposed, signedOn, inventory = 1 });
        });
        yield return office.Await("head-has-handed-over", campaign, c => c["handedOverTo"] is not null);
        yield return office.Tell("close-year", null, $"{campaign}/closing", new { });
    }

    // Invented: what was handed over is not known, but for the flag.
    private static readonly object[] Inventory =
    [
        new { subject = "documents", text = "Hồ sơ thi đua của cụm trong năm" },
        new { subject = "head-flag", text = "Cờ Cụm trưởng" },
        new { subject = "open-matters", text = "Không có" },
    ];

    private IEnumerable<Step> ProposePact()
    {
        yield return office.Tell("propose-pact", Head, $"{campaign}/pact", new { targets = Sample.Pact.Targets.Select((text, at) => new { number = at + 1, text }) });
    }

    private IEnumerable<Step> SignPact()
    {
        foreach (var school in cluster.Cluster.Members)
            yield return office.Tell($"sign-pact.{school}", school, $"{campaign}/pact/signatures", new { school, Sample.Pact.SignedOn, draft = 1 });
    }

    private IEnumerable<Step> Review()
    {
        yield return office.Tell("mid-year-review", Head, $"{campaign}/mid-year-review", Sample.MidYearReview);
    }

    private IEnumerable<Step> SelfScores()
    {
        yield return office.Tell("open-self-scoring", Head, $"{campaign}/self-scoring", new { });
        foreach (var sheet in Sample.Scores)
        {
            yield return office.Tell($"self-scores.{sheet.School}", sheet.School, $"{campaign}/self-scores", new
            {
                sheet.School,
                scores = sheet.Self.Select(s => new { criterion = s.Key, points = s.Value }),
            });
        }
    }

    private IEnumerable<Step> Inspections()
    {
        yield return office.Tell("open-cross-inspection", Head, $"{campaign}/cross-inspection", new { });
        foreach (var sheet in Sample.Scores)
        {
            var inspection = $"{campaign}/inspections/{sheet.School}";
            yield return office.Await($"inspectors-are-drawn.{sheet.School}", inspection, _ => true);
            yield return ByInspector($"findings.{sheet.School}", sheet.School, $"{inspection}/findings", new
            {
                visitedOn = Sample.Conference.InspectionOn,
                findings = Findings(sheet, sheet.Findings),
            });
            if (sheet.Explanation is null)
            {
                yield return office.Tell($"acknowledgement.{sheet.School}", sheet.School, $"{inspection}/acknowledgement", new { recording = 1 });
                continue;
            }

            yield return office.Tell($"explanation.{sheet.School}", sheet.School, $"{inspection}/explanation", new { sheet.Explanation, recording = 1 });
            yield return ByInspector($"second-review.{sheet.School}", sheet.School, $"{inspection}/second-review", new
            {
                findings = Findings(sheet, sheet.Findings.Concat(sheet.Review ?? []).GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.Last().Value)),
            });
        }

        yield return office.Await("all-are-inspected", campaign, c => c["sheets"]!.AsArray().All(s => s!["verified"]!.AsArray().Count > 0));
    }

    private IEnumerable<Step> Reports()
    {
        foreach (var report in Sample.Reports ?? [])
        {
            var reporting = string.Create(CultureInfo.InvariantCulture, $"/schools/{report.School}/statistics/{data.Year}");
            yield return office.Await($"report-is-expected.{report.School}", reporting, _ => true);
            yield return office.Tell($"report.{report.School}", report.School, $"{reporting}/reports", new
            {
                period = "full-year",
                figures = report.Figures.Select(f => new { indicator = f.Key, f.Value.Value, f.Value.Qualifier }),
            });
        }
    }

    private IEnumerable<Step> Votes()
    {
        yield return office.Tell("fix-ranking", Head, $"{campaign}/ranking", new { });
        foreach (var (vote, at) in Sample.Votes.Select((vote, at) => (vote, at + 1)))
        {
            yield return office.Tell($"open-vote.{vote.Award}", Head, $"{campaign}/votes", new { vote.Award, committee = vote.Committee ?? [] });
            foreach (var step in vote.Count is { } count ? OnPaper(vote, at, count) : Openly(vote, at))
                yield return step;
            yield return office.Await($"vote-is-decided.{vote.Award}", campaign, c => c["votes"]![at - 1]!["outcome"] is not null);
        }
    }

    private IEnumerable<Step> OnPaper(SampleVote vote, int number, SampleCount count)
    {
        var committee = vote.Committee ?? [];
        yield return office.Tell($"record-count.{vote.Award}", committee[0], $"{campaign}/votes/counts", new
        {
            vote = number,
            count = Counted(count),
        });
        foreach (var member in committee.Skip(1).Take(data.Regulation.Rules.ConfirmationsOf(vote.Award)))
            yield return office.Tell($"confirm-count.{vote.Award}.{member}", member, $"{campaign}/votes/confirmations", new { vote = number, recording = 1 });
    }

    private IEnumerable<Step> Openly(SampleVote vote, int number)
    {
        foreach (var (school, choices) in vote.Choices ?? [])
            yield return office.Tell($"vote-openly.{vote.Award}.{school}", school, $"{campaign}/votes/open-votes", new { vote = number, school, choices });
        yield return office.Tell($"close-vote.{vote.Award}", Head, $"{campaign}/votes/closings", new { vote = number });
    }

    private IEnumerable<Step> HoldConference()
    {
        yield return office.Tell("hold-conference", Head, $"{campaign}/conference", new { heldOn = Conference.Date, Conference.Host, attending = cluster.Cluster.Members });
    }

    private IEnumerable<Step> Election()
    {
        var election = string.Create(CultureInfo.InvariantCulture, $"{address}/elections/{data.Year + 1}");
        foreach (var (held, round) in (Sample.Election ?? []).Select((held, at) => (held, at + 1)))
        {
            yield return office.Await($"round-can-be-opened.{round}", election, e => e["rounds"]!.AsArray().Count(r => r!["outcome"] is not null) >= round - 1);
            yield return office.Tell($"open-round.{round}", Head, $"{election}/rounds", new { held.Committee });
            yield return office.Tell($"record-round.{round}", held.Committee[0], $"{election}/counts", new { round, count = Counted(held.Count) });
            foreach (var member in held.Committee.Skip(1).Take(data.Regulation.Rules.ElectionConfirmations))
                yield return office.Tell($"confirm-round.{round}.{member}", member, $"{election}/confirmations", new { round, recording = 1 });
        }
    }

    private static object Counted(SampleCount count) =>
        new { count.Issued, count.Returned, count.Valid, count.Invalid, marks = count.Marks.Select(m => new { school = m.Key, count = m.Value }) };

    private static IEnumerable<(string Award, string School)> Nominations(JsonNode campaign) =>
        campaign["nominations"]!.AsArray().Select(n => ((string)n!["award"]!, (string)n["school"]!));

    private KnownConference Conference => cluster.Known?.Conference ?? new(Sample.Conference.HeldOn, Sample.Conference.Host);

    private static IEnumerable<object> Findings(SampleScores sheet, Dictionary<string, SampleFinding> found) =>
        sheet.Self.Select(self => found.TryGetValue(self.Key, out var finding)
            ? new { criterion = self.Key, points = finding.Points, reason = finding.Reason }
            : new { criterion = self.Key, points = self.Value, reason = (string?)null });

    private Step ByInspector(string name, string school, string path, object body) => office.Step(name, async () =>
    {
        var inspectors = (await office.Api.ReadWhenAsync($"{campaign}/inspections/{school}", _ => true))["inspectors"]!.AsArray();
        await office.Api.TellAsync(office.Operation(name), Office.Principal((string)inspectors[0]!), path, body);
    });

    private async Task EnrolAsync(string school)
    {
        await office.Api.ReadWhenAsync($"/schools/{school}", _ => true);
        var person = Office.Principal(school);
        await office.Api.TellAsync(office.Operation($"enrol-principal.{school}"), null, "/people", new { person, unit = $"school:{school}", keyHash = Api.HashOf(office.Api.KeyOf(person)) });
        await office.Api.TellAsync(office.Operation($"appoint-principal.{school}"), null, $"/schools/{school}/people", new { person, role = "principal" });
    }
}
