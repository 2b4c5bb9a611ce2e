using System.Text.RegularExpressions;

namespace ClusterActors.Tests.Telemetry;

public sealed partial class AlertTests
{
    private static readonly string Folder = Path.Combine(SiloProcess.Root, "ops", "prometheus");

    [PromtoolFact]
    public async Task each_alert_fires_when_it_should_and_is_silent_when_it_should_be()
    {
        var (exit, said) = await Promtool.RunAsync(null, "test", "rules", Path.Combine(Folder, "alerts.test.yml"));
        Assert.True(exit == 0, said);
    }

    [PromtoolFact]
    public async Task promtool_accepts_the_configuration_to_begin_with()
    {
        var (exit, said) = await Promtool.RunAsync(null, "check", "config", Path.Combine(Folder, "prometheus.yml"));
        Assert.True(exit == 0, said);
    }

    [Fact]
    public async Task each_alert_is_tested_both_ways()
    {
        var alerts = await AlertsAsync();
        var tests = Test().Matches(await File.ReadAllTextAsync(Path.Combine(Folder, "alerts.test.yml"))).Select(test => (test.Groups[1].Value, Fires: test.Groups[2].Value.Length == 0)).ToList();
        Assert.NotEmpty(alerts);
        Assert.Equal(alerts.SelectMany(alert => new[] { (alert, true), (alert, false) }).Order(), tests.Distinct().Order());
    }

    [Fact]
    public async Task operations_say_what_to_do_for_each_alert_and_for_no_other()
    {
        var operations = await File.ReadAllTextAsync(Path.Combine(SiloProcess.Root, "docs", "operations.md"));
        var section = operations.Split("\n## ").Single(part => part.StartsWith("What to do for each alert\n", StringComparison.Ordinal));
        Assert.Equal(await AlertsAsync(), Entry().Matches(section).Select(entry => entry.Groups[1].Value));
    }

    private static async Task<List<string>> AlertsAsync() =>
        [.. Alert().Matches(await File.ReadAllTextAsync(Path.Combine(Folder, "alerts.yml"))).Select(alert => alert.Groups[1].Value)];

    [GeneratedRegex(@"(?m)^ +- alert: (\w+)$")]
    private static partial Regex Alert();

    [GeneratedRegex(@"(?m)^ +alertname: (\w+)\n +exp_alerts:( \[\])?$")]
    private static partial Regex Test();

    // Four cells that say something: meaning, where to look, what to do, what not.
    [GeneratedRegex(@"(?m)^\| `(\w+)` (?:\| [^|]{4,} ){4}\|$")]
    private static partial Regex Entry();
}
