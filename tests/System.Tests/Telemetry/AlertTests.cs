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
        var alerts = Alert().Matches(await File.ReadAllTextAsync(Path.Combine(Folder, "alerts.yml"))).Select(alert => alert.Groups[1].Value).ToList();
        var tests = Test().Matches(await File.ReadAllTextAsync(Path.Combine(Folder, "alerts.test.yml"))).Select(test => (test.Groups[1].Value, Fires: test.Groups[2].Value.Length == 0)).ToList();
        Assert.NotEmpty(alerts);
        Assert.Equal(alerts.SelectMany(alert => new[] { (alert, true), (alert, false) }).Order(), tests.Order());
    }

    [GeneratedRegex(@"(?m)^ +- alert: (\w+)$")]
    private static partial Regex Alert();

    [GeneratedRegex(@"(?m)^ +alertname: (\w+)\n +exp_alerts:( \[\])?$")]
    private static partial Regex Test();
}
