namespace ClusterActors.Tests;

/// <summary>The same seed gives the same journal in any process, whatever the machine is set to; strings hash differently in each anyway.</summary>
public sealed class SimulateTests
{
    [CiFact]
    public async Task two_processes_with_different_settings_write_the_same_journals()
    {
        using var here = SiloProcess.Start(new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8", ["TZ"] = "UTC" }, "simulate", "--seeds", "1..6");
        using var elsewhere = SiloProcess.Start(
            new Dictionary<string, string>
            {
                ["LC_ALL"] = "tr_TR.UTF-8", ["TZ"] = "Pacific/Chatham", ["DOTNET_PROCESSOR_COUNT"] = "1", ["DOTNET_gcServer"] = "0",
                ["DOTNET_TieredCompilation"] = "0",
            },
            "simulate",
            "--seeds",
            "1..6");

        var (first, second) = (await here.FinishAsync(), await elsewhere.FinishAsync());

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(6, first.Output.Split('\n').Count(line => line.Contains(", root ", StringComparison.Ordinal)));
        Assert.Equal(first.Output, second.Output);
    }
}
