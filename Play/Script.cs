using System.Globalization;
using System.Text.Json.Nodes;
using ClusterActors.Play.Data;

namespace ClusterActors.Play;

/// <param name="Name">Also the operation id: the same step is the same operation in every run, so a play goes on where it was killed.</param>
internal sealed record Step(string Name, Func<Task> Run);

/// <summary>One cluster's year as a list of steps through the API, in the order in which they are taken.</summary>
internal sealed class Script(Dataset data, Api api)
{
    private readonly string cluster = $"/clusters/{data.Cluster.Code}";
    private readonly string campaign = string.Create(CultureInfo.InvariantCulture, $"/clusters/{data.Cluster.Code}/years/{data.Year}");

    private Sample Sample => data.Sample;

    private string Head => data.Officers.Head;

    public IReadOnlyList<Step> Steps() =>
        [.. Founding(), .. Opening(), .. Pact(), .. SelfScores(), .. Inspections(), .. Votes(), .. Closing()];

    public static string Principal(string school) => $"principal-{school}"[..Math.Min(32, $"principal-{school}".Length)];

    /// <summary>The finished year, as the API shows it.</summary>
    public async Task<(JsonNode Campaign, JsonNode Cluster)> ResultAsync() =>
        (await api.ReadWhenAsync(campaign, c => Phase(c) == "closed"), await api.ReadWhenAsync(cluster, _ => true));

    private IEnumerable<Step> Founding()
    {
        yield return Clock(Sample.Guidance.IssuedOn);
        foreach (var school in data.Schools)
            yield return Tell($"register-school.{school.Code}", null, "/academy/schools", new { school = school.Code, school.Name, school.Province });
        foreach (var school in data.Schools)
            yield return new($"enrol-principal.{school.Code}", () => EnrolAsync(school.Code));
        yield return Tell("form-cluster", null, "/academy/clusters", new { cluster = data.Cluster.Code, data.Cluster.Number, data.Cluster.Name, data.Cluster.Members });
        yield return Tell("issue-regulation", null, "/academy/regulations", new { data.Regulation });
        yield return Await("cluster-is-formed", cluster, _ => true);
        yield return Tell("appoint-officers", null, $"{cluster}/officers", new
        {
            officers = new { data.Year, data.Officers.Head, data.Officers.Deputies },
            queue = Sample.Queue.Where(s => s != Head && !data.Officers.Deputies.Contains(s)),
            reason = $"Entry of a past year; evidence: {data.Officers.Evidence}",
        });
    }

    private IEnumerable<Step> Opening()
    {
        var guidance = new { data.Year, Sample.Guidance.Reference, Sample.Guidance.IssuedOn, Sample.Guidance.Theme };
        yield return Tell("issue-guidance", null, "/academy/guidance", new { guidance });
        yield return Await("guidance-has-come", cluster, c => c["guidedYears"]!.AsArray().Any(y => (int)y! == data.Year));
        yield return Tell("open-year", Head, $"{cluster}/years", new { data.Year });
        yield return Await("year-is-open", campaign, _ => true);
    }

    private IEnumerable<Step> Pact()
    {
        yield return Clock(Sample.Pact.ProposedOn);
        yield return Tell("propose-pact", Head, $"{campaign}/pact", new { targets = Sample.Pact.Targets.Select((text, at) => new { number = at + 1, text }) });
        yield return Clock(Sample.Pact.SignedOn);
        foreach (var school in data.Cluster.Members)
            yield return Tell($"sign-pact.{school}", school, $"{campaign}/pact/signatures", new { school, Sample.Pact.SignedOn });
        if (data.Regulation["optionalPhases"]?["value"]?.AsArray().Any(phase => (string?)phase == "mid-year-review") != true)
            yield break;
        yield return Clock(Sample.MidYearReview.HeldOn);
        yield return Tell("mid-year-review", Head, $"{campaign}/mid-year-review", Sample.MidYearReview);
    }

    private IEnumerable<Step> SelfScores()
    {
        yield return Clock(Sample.Conference.SelfScoringOn);
        yield return Tell("open-self-scoring", Head, $"{campaign}/self-scoring", new { });
        foreach (var sheet in Sample.Scores)
        {
            yield return Tell($"self-scores.{sheet.School}", sheet.School, $"{campaign}/self-scores", new
            {
                sheet.School,
                scores = sheet.Self.Select(s => new { criterion = s.Key, points = s.Value }),
            });
        }
    }

    private IEnumerable<Step> Inspections()
    {
        yield return Clock(Sample.Conference.InspectionOn);
        yield return Tell("open-cross-inspection", Head, $"{campaign}/cross-inspection", new { });
        foreach (var sheet in Sample.Scores)
        {
            var inspection = $"{campaign}/inspections/{sheet.School}";
            yield return Await($"inspectors-are-drawn.{sheet.School}", inspection, _ => true);
            yield return ByInspector($"findings.{sheet.School}", sheet.School, $"{inspection}/findings", new
            {
                visitedOn = Sample.Conference.InspectionOn,
                findings = Findings(sheet, sheet.Findings),
            });
            if (sheet.Explanation is null)
            {
                yield return Tell($"acknowledgement.{sheet.School}", sheet.School, $"{inspection}/acknowledgement", new { });
                continue;
            }

            yield return Tell($"explanation.{sheet.School}", sheet.School, $"{inspection}/explanation", new { sheet.Explanation });
            yield return ByInspector($"second-review.{sheet.School}", sheet.School, $"{inspection}/second-review", new
            {
                findings = Findings(sheet, sheet.Findings.Concat(sheet.Review ?? []).GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.Last().Value)),
            });
        }

        yield return Await("all-are-inspected", campaign, c => c["sheets"]!.AsArray().All(s => s!["verified"]!.AsArray().Count > 0));
    }

    private IEnumerable<Step> Votes()
    {
        yield return Clock(Conference.Date);
        yield return Tell("fix-ranking", Head, $"{campaign}/ranking", new { });
        foreach (var (vote, at) in Sample.Votes.Select((vote, at) => (vote, at + 1)))
        {
            yield return Tell($"open-vote.{vote.Award}", Head, $"{campaign}/votes", new { vote.Award, committee = vote.Committee ?? [] });
            foreach (var step in vote.Count is { } count ? OnPaper(vote, at, count) : Openly(vote, at))
                yield return step;
        }
    }

    private IEnumerable<Step> OnPaper(SampleVote vote, int number, SampleCount count)
    {
        var committee = vote.Committee ?? [];
        yield return Tell($"record-count.{vote.Award}", committee[0], $"{campaign}/votes/counts", new
        {
            vote = number,
            count = new { count.Issued, count.Returned, count.Valid, count.Invalid, marks = count.Marks.Select(m => new { school = m.Key, count = m.Value }) },
        });
        foreach (var member in committee.Skip(1).Take(Confirmations(vote.Award)))
            yield return Tell($"confirm-count.{vote.Award}.{member}", member, $"{campaign}/votes/confirmations", new { vote = number, recording = 1 });
    }

    private IEnumerable<Step> Openly(SampleVote vote, int number)
    {
        foreach (var (school, choices) in vote.Choices ?? [])
            yield return Tell($"vote-openly.{vote.Award}.{school}", school, $"{campaign}/votes/open-votes", new { vote = number, school, choices });
        yield return Tell($"close-vote.{vote.Award}", Head, $"{campaign}/votes/closings", new { vote = number });
    }

    private IEnumerable<Step> Closing()
    {
        var next = data.Year + 1;
        yield return Tell("hold-conference", Head, $"{campaign}/conference", new { heldOn = Conference.Date, Conference.Host, attending = data.Cluster.Members });
        yield return Await("officers-are-proposed", campaign, c => c["proposed"] is not null);
        yield return Clock(Sample.Recognition.IssuedOn);
        yield return Tell("recognise-officers", null, $"{campaign}/recognition", new { decision = Sample.Recognition });
        yield return Await("recognition-has-come", cluster, c => (int?)c["recognised"]?["year"] == next || (int?)c["inOffice"]?["year"] == next);
        yield return Clock(Sample.Handover.SignedOn);
        yield return Tell($"sign-handover.{Head}", Head, $"{cluster}/handover/signatures", new { year = next, school = Head, Sample.Handover.SignedOn });
        yield return new("sign-handover.next-head", async () =>
        {
            var proposed = (string)(await api.ReadWhenAsync(campaign, _ => true))["proposed"]!["head"]!;
            if (proposed != Head)
                await api.TellAsync(Operation("sign-handover.next-head"), Principal(proposed), $"{cluster}/handover/signatures", new { year = next, school = proposed, Sample.Handover.SignedOn });
        });
        yield return Await("head-has-handed-over", campaign, c => c["handedOverTo"] is not null);
        yield return Tell("close-year", null, $"{campaign}/closing", new { });
    }

    private int Confirmations(string award) => data.Regulation["votes"]?.AsArray()
        .Where(rules => (string?)rules?["award"] == award).Select(rules => (int)rules!["confirmations"]!["value"]!).FirstOrDefault() ?? 0;

    private KnownConference Conference => data.Known?.Conference ?? new(Sample.Conference.HeldOn, Sample.Conference.Host);

    private static IEnumerable<object> Findings(SampleScores sheet, Dictionary<string, SampleFinding> found) =>
        sheet.Self.Select(self => found.TryGetValue(self.Key, out var finding)
            ? new { criterion = self.Key, points = finding.Points, reason = finding.Reason }
            : new { criterion = self.Key, points = self.Value, reason = (string?)null });

    private async Task EnrolAsync(string school)
    {
        await api.ReadWhenAsync($"/schools/{school}", _ => true);
        var person = Principal(school);
        await api.TellAsync(Operation($"enrol-principal.{school}"), null, "/people", new { person, unit = $"school:{school}", keyHash = Api.HashOf(api.KeyOf(person)) });
        await api.TellAsync(Operation($"appoint-principal.{school}"), null, $"/schools/{school}/people", new { person, role = "principal" });
    }

    private Step Tell(string name, string? school, string path, object body) =>
        new(name, () => api.TellAsync(Operation(name), school is null ? null : Principal(school), path, body));

    private Step ByInspector(string name, string school, string path, object body) => new(name, async () =>
    {
        var inspectors = (await api.ReadWhenAsync($"{campaign}/inspections/{school}", _ => true))["inspectors"]!.AsArray();
        await api.TellAsync(Operation(name), Principal((string)inspectors[0]!), path, body);
    });

    private Step Await(string name, string path, Func<JsonNode, bool> expected) => new(name, () => api.ReadWhenAsync(path, expected));

    // Noon in Vietnam, so that the day is the same everywhere that matters.
    private Step Clock(string day) => Tell($"clock.{day}", null, "/play/clock", new { to = $"{day}T05:00:00+00:00" });

    private string Operation(string step) => string.Create(CultureInfo.InvariantCulture, $"play.{data.Year}.{data.Cluster.Code}.{step}");

    private static string Phase(JsonNode campaign) => (string)campaign["phase"]!;
}
