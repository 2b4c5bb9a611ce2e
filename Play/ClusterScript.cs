using System.Globalization;
using System.Text.Json.Nodes;
using ClusterActors.Play.Data;

namespace ClusterActors.Play;

/// <summary>One cluster's year as steps through the API, day by day.</summary>
internal sealed class ClusterScript(Dataset data, ClusterYear cluster, Office office)
{
    // Invented: what was handed over is not known, but for the flag.
    private static readonly object[] Inventory =
    [
        new { subject = "documents", text = "Hồ sơ thi đua của cụm trong năm" },
        new { subject = "head-flag", text = "Cờ Cụm trưởng" },
        new { subject = "open-matters", text = "Không có" },
    ];

    private readonly string address = $"/clusters/{cluster.Cluster.Code}";
    private readonly string campaign = string.Create(CultureInfo.InvariantCulture, $"/clusters/{cluster.Cluster.Code}/years/{data.Year}");
    private readonly string stream = string.Create(CultureInfo.InvariantCulture, $"campaign:{cluster.Cluster.Code}:{data.Year}");

    private Sample Sample => cluster.Sample;

    /// <summary>The days on which this cluster does something between opening and decisions.</summary>
    public IEnumerable<(string Day, IReadOnlyList<Step> Steps)> Days() => Parts()
        .GroupBy(part => part.Day)
        .Select(day => (day.Key, (IReadOnlyList<Step>)[.. day.SelectMany(part => part.Steps)]));

    private IEnumerable<(string Day, IEnumerable<Step> Steps)> Parts()
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

    public IEnumerable<Step> Registering()
    {
        foreach (var school in cluster.Schools)
            yield return office.Tell($"register-school.{school.Code}", null, "/academy/schools", new { school = school.Code, school.Name, school.Province });
        foreach (var school in cluster.Schools)
            yield return office.Enrol(school.Code);
    }

    /// <summary>The Academy forms the cluster and puts its first officers into office; nothing where they come from the year before.</summary>
    public IEnumerable<Step> Forming()
    {
        if (cluster.Appointed is not { } appointed)
            yield break;
        yield return office.Tell("form-cluster", null, "/academy/clusters", new
        {
            cluster = cluster.Cluster.Code, cluster.Cluster.Number, cluster.Cluster.Name, cluster.Cluster.Members, cluster.FormedBy?.Decision,
            reason = cluster.FormedBy is { } known ? $"Clusters are formed anew; evidence: {known.Evidence}" : "Entry of a past year; the decision that formed it is not known",
        });
        yield return office.Await("cluster-is-formed", address, _ => true);
        yield return office.Tell("appoint-officers", null, $"{address}/officers", new
        {
            officers = new { data.Year, appointed.Officers.Head, appointed.Officers.Deputies },
            queue = appointed.Queue,
            reason = $"Entry of a past year; evidence: {appointed.Officers.Evidence}",
        });
    }

    public IEnumerable<Step> Opening()
    {
        yield return office.Await("guidance-has-come", address, c => c["guidedYears"]!.AsArray().Any(y => (int)y! == data.Year));
        yield return office.Once("open-year", $"cluster:{cluster.Cluster.Code}", async () =>
        {
            var head = (string)(await office.Api.ReadWhenAsync(address, _ => true))["inOffice"]!["head"]!;
            await office.Api.TellAsync(office.Operation("open-year"), Office.Principal(head), $"{address}/years", new { data.Year });
        });
        yield return office.Await("year-is-open", campaign, _ => true);
    }

    /// <summary>Schools have merged in mid-year: the cluster and its year know of it.</summary>
    public IEnumerable<Step> Merged()
    {
        bool AreLast(JsonNode members) => members.AsArray().Select(m => (string)m!).ToHashSet().SetEquals(cluster.LastMembers);
        yield return office.Await("mergers-have-come", address, c => AreLast(c["members"]!));
        yield return office.Await("roll-has-changed", campaign, c => AreLast(c["roll"]!));
    }

    /// <summary>Whether the cluster has nominated anything that the Academy's council votes on.</summary>
    public async Task<bool> IsNominatedAsync(CouncilRules rules) => Nominations(await office.Api.ReadWhenAsync(campaign, _ => true)).Any(n => rules.VotesOn(n.Award));

    /// <summary>The Academy's council appraises what the cluster has nominated and votes on it, in its first session; against what will be declined.</summary>
    public IEnumerable<Step> Appraisals(CouncilRules rules, string council)
    {
        yield return office.Step("council-votes", async () =>
        {
            foreach (var (award, school) in Nominations(await office.Api.ReadWhenAsync(campaign, _ => true)).Where(n => rules.VotesOn(n.Award)))
            {
                var (code, granted, name, members) = (cluster.Cluster.Code, Declined(award, school) is null, $"{award}.{school}", rules.Members?.Value ?? 0);
                await office.Api.ReadWhenAsync(council, c => c["cases"]!.AsArray().Any(x => (string)x!["cluster"]! == code && (string)x["award"]! == award && (string)x["school"]! == school));
                await office.Api.TellAsync(office.Operation($"dossier.{name}"), null, $"{council}/dossiers", new
                {
                    cluster = code, award, school, documents = (rules.Dossier ?? []).Select(d => new { d.Code, d.Name, place = "Ban Thi đua – Khen thưởng" }),
                });
                await office.Api.TellAsync(office.Operation($"appraise.{name}"), null, $"{council}/appraisals", new
                {
                    cluster = code, award, school, inFavour = granted, finding = granted ? "Hồ sơ đầy đủ, thành tích rõ ràng." : "Thành tích chưa đủ minh chứng.",
                });
                await office.Api.TellAsync(office.Operation($"council-vote.{name}"), null, $"{council}/votes", new
                {
                    session = 1, cluster = code, award, school, count = new { inFavour = granted ? members : 0, against = granted ? 0 : members, chair = granted },
                });
            }
        });
        yield return office.Await("council-has-voted", campaign, c => c["nominations"]!.AsArray().All(n => !rules.VotesOn((string)n!["award"]!) || n["council"] is not null));
    }

    /// <summary>The Academy decides on what the cluster has nominated.</summary>
    public IEnumerable<Step> Decisions()
    {
        yield return office.Step("decide-nominations", async () =>
        {
            foreach (var nomination in Nominations(await office.Api.ReadWhenAsync(campaign, _ => true)))
            {
                var declined = Declined(nomination.Award, nomination.School);
                await office.Api.TellAsync(office.Operation($"decide-nomination.{nomination.Award}.{nomination.School}"), null, $"{campaign}/decisions", new
                {
                    nomination.Award, nomination.School, granted = declined is null, decision = data.National.Awards, declined?.Reason,
                });
            }
        });
        yield return office.Await("nominations-are-decided", campaign, c => c["nominations"]!.AsArray().All(n => (string)n!["state"]! is "granted" or "declined"));
    }

    /// <summary>The Academy recognises the officers proposed, or those whom a source names instead.</summary>
    public IEnumerable<Step> Recognition()
    {
        var next = data.Year + 1;
        yield return office.Await("officers-are-proposed", campaign, c => c["proposed"] is not null);
        yield return office.Once("recognise-officers", stream, async () =>
        {
            var proposed = (await office.Api.ReadWhenAsync(campaign, _ => true))["proposed"]!;
            await office.Api.TellAsync(office.Operation("recognise-officers"), null, $"{campaign}/recognition", Recognised(proposed));
        });
        yield return office.Await("recognition-has-come", address, c => (int?)c["recognised"]?["year"] >= next || (int?)c["inOffice"]?["year"] >= next);
    }

    public IEnumerable<Step> Handover()
    {
        var next = data.Year + 1;
        yield return ByHead("list-inventory", $"{address}/handover/inventory", new { year = next, items = Inventory }, $"cluster:{cluster.Cluster.Code}");
        yield return office.Step("sign-handover.head", async () => await SignAsync("sign-handover.head", await HeadAsync()));
        yield return office.Step("sign-handover.next-head", async () =>
        {
            var recognised = (string)(await office.Api.ReadWhenAsync(campaign, _ => true))["proposed"]!["head"]!;
            if (recognised != await HeadAsync())
                await SignAsync("sign-handover.next-head", recognised);
        });
        yield return office.Await("head-has-handed-over", campaign, c => c["handedOverTo"] is not null);
        yield return office.Tell("close-year", null, $"{campaign}/closing", new { });
    }

    private object Recognised(JsonNode proposed)
    {
        var (year, head) = (data.Year + 1, (string)proposed["head"]!);
        string[] deputies = [.. proposed["deputies"]!.AsArray().Select(d => (string)d!)];
        if (cluster.NextKnown is not { } known || (known.Head == head && known.Deputies.All(deputies.Contains)))
            return new { decision = data.National.Recognition };
        var others = known.Deputies is { Length: > 0 } ? known.Deputies : [.. deputies.Prepend(head).Where(s => s != known.Head).Take(deputies.Length)];
        return new
        {
            decision = data.National.Recognition,
            instead = new { year, known.Head, deputies = others },
            reason = $"Other officers of {year} are known than those who stood in line; evidence: {known.Evidence}",
        };
    }

    private IEnumerable<Step> ProposePact()
    {
        yield return ByHead("propose-pact", $"{campaign}/pact", new { cluster.Known?.Pact?.Theme, targets = Sample.Pact.Targets.Select((text, at) => new { number = at + 1, text }) });
    }

    // Every school contends for whatever it has to register for.
    private IEnumerable<Step> SignPact()
    {
        var awards = data.Regulation.Rules.Registered;
        foreach (var school in awards.Length > 0 ? cluster.Cluster.Members : [])
            yield return office.Tell($"register-for-awards.{school}", school, $"{campaign}/registrations", new { school, awards });
        foreach (var school in cluster.Cluster.Members)
            yield return office.Tell($"sign-pact.{school}", school, $"{campaign}/pact/signatures", new { school, Sample.Pact.SignedOn, draft = 1 });
    }

    private IEnumerable<Step> Review()
    {
        yield return ByHead("mid-year-review", $"{campaign}/mid-year-review", Sample.MidYearReview);
    }

    private IEnumerable<Step> SelfScores()
    {
        yield return ByHead("open-self-scoring", $"{campaign}/self-scoring", new { });
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
        yield return office.Step("open-cross-inspection", OpenCrossInspectionAsync);
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
        yield return ByHead("fix-ranking", $"{campaign}/ranking", new { });
        foreach (var (vote, at) in Sample.Votes.Select((vote, at) => (vote, at + 1)))
        {
            yield return ByHead($"open-vote.{vote.Award}", $"{campaign}/votes", new { vote.Award, committee = vote.Committee ?? [] });
            foreach (var step in vote is { Choices: null, Committee.Length: > 0 } ? OnPaper(vote, at) : Openly(vote, at))
                yield return step;
            yield return office.Await($"vote-is-decided.{vote.Award}", campaign, c => c["votes"]![at - 1]!["outcome"] is not null);
        }
    }

    private IEnumerable<Step> OnPaper(SampleVote vote, int number)
    {
        var committee = vote.Committee!;
        yield return office.Step($"record-count.{vote.Award}", async () => await office.Api.TellAsync(
            office.Operation($"record-count.{vote.Award}"),
            Office.Principal(committee[0]),
            $"{campaign}/votes/counts",
            new { vote = number, count = Counted(vote.Count ?? SampleVoting.Count(await BestAsync(number), cluster.LastMembers.Length)) }));
        foreach (var member in committee.Skip(1).Take(data.Regulation.Rules.ConfirmationsOf(vote.Award)))
            yield return office.Tell($"confirm-count.{vote.Award}.{member}", member, $"{campaign}/votes/confirmations", new { vote = number, recording = 1 });
    }

    private IEnumerable<Step> Openly(SampleVote vote, int number)
    {
        foreach (var school in vote.Choices?.Keys.ToArray() ?? cluster.LastMembers)
        {
            var name = $"vote-openly.{vote.Award}.{school}";
            yield return office.Step(name, async () => await office.Api.TellAsync(
                office.Operation(name),
                Office.Principal(school),
                $"{campaign}/votes/open-votes",
                new { vote = number, school, choices = vote.Choices?[school] ?? SampleVoting.Choice(await BestAsync(number), school) }));
        }

        yield return ByHead($"close-vote.{vote.Award}", $"{campaign}/votes/closings", new { vote = number });
    }

    // The candidates of a vote, best ranked first.
    private async Task<string[]> BestAsync(int vote)
    {
        var year = await office.Api.ReadWhenAsync(campaign, c => c["votes"]!.AsArray().Count >= vote);
        var candidates = year["votes"]![vote - 1]!["candidates"]!.AsArray().Select(c => (string)c!).ToHashSet();
        return [.. year["ranking"]!.AsArray().Select(r => (string)r!["school"]!).Where(candidates.Contains)];
    }

    private IEnumerable<Step> HoldConference()
    {
        yield return ByHead("hold-conference", $"{campaign}/conference", new { heldOn = Conference.Date, Conference.Host, attending = cluster.LastMembers });
    }

    private IEnumerable<Step> Election()
    {
        var election = string.Create(CultureInfo.InvariantCulture, $"{address}/elections/{data.Year + 1}");
        foreach (var (held, round) in (Sample.Election ?? []).Select((held, at) => (held, at + 1)))
        {
            yield return office.Await($"round-can-be-opened.{round}", election, e => e["rounds"]!.AsArray().Count(r => r!["outcome"] is not null) >= round - 1);
            yield return ByHead($"open-round.{round}", $"{election}/rounds", new { held.Committee }, string.Create(CultureInfo.InvariantCulture, $"election:{cluster.Cluster.Code}:{data.Year + 1}"));
            yield return office.Tell($"record-round.{round}", held.Committee[0], $"{election}/counts", new { round, count = Counted(held.Count) });
            foreach (var member in held.Committee.Skip(1).Take(data.Regulation.Rules.ElectionConfirmations))
                yield return office.Tell($"confirm-round.{round}.{member}", member, $"{election}/confirmations", new { round, recording = 1 });
        }
    }

    private static object Counted(SampleCount count) =>
        new { count.Issued, count.Returned, count.Valid, count.Invalid, marks = count.Marks.Select(m => new { school = m.Key, count = m.Value }) };

    private SampleDeclined? Declined(string award, string school) => Sample.Declined?.FirstOrDefault(d => d.Award == award && d.School == school);

    private static IEnumerable<(string Award, string School)> Nominations(JsonNode campaign) =>
        campaign["nominations"]!.AsArray().Select(n => ((string)n!["award"]!, (string)n["school"]!));

    // Whoever is head when the step is taken; taken again after a change of head, it is that head's all the same.
    private Step ByHead(string name, string path, object body, string? told = null) => office.Once(name, told ?? stream, async () =>
        await office.Api.TellAsync(office.Operation(name), Office.Principal(await HeadAsync()), path, body));

    private Task SignAsync(string step, string school) => office.Api.TellAsync(
        office.Operation(step), Office.Principal(school), $"{address}/handover/signatures", new { year = data.Year + 1, school, signedOn = data.National.HandoverOn, inventory = 1 });

    private async Task<string> HeadAsync() => (string)(await office.Api.ReadWhenAsync(campaign, _ => true))["officers"]!["head"]!;

    // The head agrees to one relaxation after the other, as far as the draw needs them.
    private async Task OpenCrossInspectionAsync()
    {
        var relaxations = data.Regulation.Rules.Relaxations;
        for (var agreed = 0; ; agreed++)
        {
            try
            {
                var operation = office.Operation(agreed == 0 ? "open-cross-inspection" : $"open-cross-inspection.{relaxations[agreed - 1]}");
                await office.Api.TellAsync(operation, Office.Principal(await HeadAsync()), $"{campaign}/cross-inspection", new { agreed = relaxations[..agreed] });
                return;
            }
            catch (RefusedException refused) when (refused.Code == "inspection_impossible" && agreed < relaxations.Length)
            {
                // Nothing obeys all the rules; with the next relaxation something may.
            }
        }
    }

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
}
