using System.Text.RegularExpressions;

namespace ClusterActors.Tests.Telemetry;

public sealed partial class ObservedYearTests(ObservedYear year) : IClassFixture<ObservedYear>
{
    private const int MostValues = 100;

    [Fact]
    public void nothing_of_a_person_a_vote_a_key_or_a_body_is_in_spans_metrics_or_logs()
    {
        Assert.True(year.Received is { Traces: > 0, Metrics: > 0, Logs: > 0 });
        Assert.True(year.Secret.Count > 100);
        Assert.Empty(Secrets.FoundIn(year.Collected, year.Secret));
    }

    [Fact]
    public void the_scan_would_find_it()
    {
        Assert.Equal(["campaign:8:2020"], Secrets.FoundIn(year.Collected, [Secrets.Utf8("campaign:8:2020")]));
        var name = Secrets.Utf8("Nguyễn Thị Dễ-Nhận-Ra");
        foreach (var before in (string[])["", "a", "ab"])
        {
            byte[] bytes = [.. Secrets.Utf8(before), .. name, .. Secrets.Utf8("rest")];
            foreach (var form in (string[])[Convert.ToBase64String(bytes), Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes)])
                Assert.Single(Secrets.FoundIn([Secrets.Utf8(form)], [name]));
        }
    }

    [Fact]
    public void a_trace_goes_from_the_request_over_the_grain_to_the_append()
    {
        var byId = year.Spans.ToDictionary(span => span.Id);
        var append = Assert.Single(year.Spans, span => span.Name == "append"
            && byId.GetValueOrDefault(span.Parent)?.Name == "campaign FixRanking");
        // Orleans has spans of its own between the two.
        var above = new List<Span>();
        for (var span = append; byId.TryGetValue(span.Parent, out var parent); span = parent)
            above.Add(parent);
        Assert.All(above, span => Assert.Equal(append.Trace, span.Trace));
        Assert.Equal(("POST /clusters/{cluster}/years/{year:int}/ranking", "Microsoft.AspNetCore"), (above[^1].Name, above[^1].Source));
    }

    [Fact]
    public void a_delivery_is_a_trace_of_its_own_with_a_link_to_the_append_that_sent_the_message()
    {
        var byId = year.Spans.ToDictionary(span => span.Id);
        var deliveries = year.Spans.Where(span => span.Name == "deliver").ToList();
        Assert.NotEmpty(deliveries);
        foreach (var delivery in deliveries)
        {
            Assert.Equal("", delivery.Parent);
            var (trace, id) = Assert.Single(delivery.Links);
            var append = byId[id];
            Assert.Equal(("append", trace), (append.Name, append.Trace));
            Assert.NotEqual(trace, delivery.Trace);
            Assert.StartsWith(append.Attributes["clusteractors.stream"] + "/", delivery.Attributes["messaging.message.id"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void no_label_has_many_values_and_none_is_the_key_of_a_stream()
    {
        var values = Label().Matches(year.Exposition).Select(label => (Name: label.Groups[1].Value, Value: label.Groups[2].Value)).Distinct().ToList();
        Assert.NotEmpty(values);
        Assert.All(values.GroupBy(label => label.Name), label => Assert.InRange(label.Count(), 1, MostValues));
        Assert.DoesNotContain(values, label => Key().IsMatch(label.Value));
        Assert.Matches(Key(), "campaign:8:2020");
    }

    [PromtoolFact]
    public async Task promtool_reads_the_metrics_and_has_nothing_against_our_names()
    {
        var (_, said) = await Promtool.RunAsync(year.Exposition, "check", "metrics");
        Assert.DoesNotContain("error", said, StringComparison.Ordinal);
        // .NET's own gauges dotnet.assembly.count, dotnet.process.cpu.count and dotnet.timer.count end like a part of a histogram; Orleans counts in milliseconds and megabytes.
        Assert.All(said.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches("^(dotnet|orleans)_", line));
    }

    [Fact]
    public void every_metric_of_ours_is_documented_with_its_unit_and_every_documented_one_is_there()
    {
        var documented = Documented().Matches(File.ReadAllText(Path.Combine(SiloProcess.Root, "docs", "telemetry.md")))
            .Select(row => (Name: row.Groups["prometheus"].Value, Type: row.Groups["type"].Value)).ToHashSet();
        var shown = Type().Matches(year.Exposition).Select(line => (Name: line.Groups[1].Value, Type: line.Groups[2].Value))
            .Where(metric => metric.Name.StartsWith("clusteractors_", StringComparison.Ordinal)).ToHashSet();
        Assert.Equal(documented.Order(), shown.Order());
    }

    [Fact]
    public void every_metric_in_alerts_and_dashboards_is_one_that_is_shown()
    {
        var shown = Sample().Matches(year.Exposition).Select(line => line.Value).ToHashSet();
        var ops = Path.Combine(SiloProcess.Root, "ops");
        var files = Directory.GetFiles(Path.Combine(ops, "prometheus"), "alerts*.yml").Concat(Directory.GetFiles(Path.Combine(ops, "grafana"), "*.json")).ToList();
        foreach (var file in files)
        {
            var used = Used().Matches(Grouping().Replace(File.ReadAllText(file), "")).Select(name => name.Value).ToHashSet();
            Assert.NotEmpty(used);
            Assert.Empty(used.Except(shown).Select(name => $"{Path.GetFileName(file)}: {name}"));
        }

        Assert.DoesNotContain("clusteractors_no_such_metric", shown);
    }

    [GeneratedRegex("""([a-z_0-9]+)="((?:[^"\\]|\\.)*)"(?=[,}])""")]
    private static partial Regex Label();

    [GeneratedRegex("^(academy|school|cluster|campaign|inspection|beacon|election|statistics|play-clock):")]
    private static partial Regex Key();

    [GeneratedRegex(@"(?m)^# TYPE (\S+) (\S+)$")]
    private static partial Regex Type();

    [GeneratedRegex(@"(?m)^[a-z_0-9]+(?=[{ ])")]
    private static partial Regex Sample();

    [GeneratedRegex(@"(?m)^\| `clusteractors\.[a-z.]+` \| `(?<prometheus>[a-z_]+)` \| (?<type>counter|gauge|histogram) \| (s|\{[a-z]+\}) \|")]
    private static partial Regex Documented();

    [GeneratedRegex(@"by \([^)]*\)")]
    private static partial Regex Grouping();

    // What follows a point is a label in a text.
    [GeneratedRegex(@"(?<![.\w])(clusteractors|http_server|dotnet|kestrel|aspnetcore)_[a-z0-9_]+(?=[\s{\[()])")]
    private static partial Regex Used();
}
