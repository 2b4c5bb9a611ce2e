using ClusterActors.Tests.Postgres;

namespace ClusterActors.Tests;

/// <summary>The supervisor: it keeps its processes up, ends them in order, and leaves none behind.</summary>
public sealed class ClusterCommandTests
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromMinutes(1);

    [PostgresCiFact]
    public async Task a_process_that_ends_is_started_again_and_stop_leaves_nothing_behind()
    {
        using var cluster = await SupervisedCluster.StartAsync(silos: 1, gateways: 1);
        var silo = await cluster.MemberAsync("silo-1");
        await KillAsync(silo);
        var again = await cluster.ComesAsync("silo-1", member => member.Ready && member.Id != silo.Id);
        await cluster.ComesAsync("gateway-1", member => member.Ready);
        var members = await cluster.MembersAsync();
        Assert.Equal(["postgres", "silo-1", "gateway-1"], members.Select(member => member.Name));

        var (exit, output) = await cluster.OrderAsync("stop");
        Assert.True(exit == 0, output);
        Assert.Equal(0, await cluster.FinishAsync());
        Assert.Matches(@"(?s)gateway-1 has stopped.*silo-1 has stopped.*postgres has stopped", output);
        Assert.All(members, member => Assert.False(File.Exists(SupervisedCluster.StatOf(member.Id!.Value)), $"{member.Name} was left behind"));
        Assert.NotEqual(silo.Id, again.Id);
    }

    [PostgresCiFact]
    public async Task what_a_killed_supervisor_had_started_ends_with_it_and_the_same_folder_goes_on()
    {
        using (var cluster = await SupervisedCluster.StartAsync(silos: 2, gateways: 1))
        {
            var (exit, output) = await RunAsync("cluster", "--data", cluster.Folder);
            Assert.True(exit == 3 && output.Contains("data_folder_in_use", StringComparison.Ordinal), output);

            var members = await cluster.MembersAsync();
            cluster.KillSupervisor();
            foreach (var member in members)
                await GoneAsync(member.Id!.Value);

            (exit, output) = await RunAsync("cluster", "status", "--data", cluster.Folder);
            Assert.True(exit == 1 && output.Contains("no_cluster", StringComparison.Ordinal), output);
            using var next = SiloProcess.Start("cluster", "--data", cluster.Folder, "--silos", "1", "--gateways", "1", "--port", "0");
            await next.OutputAfterAsync("The cluster is up");
            Assert.Equal(0, await next.TerminateAsync());
        }
    }

    [PostgresCiFact]
    public async Task whoever_stops_its_database_sees_it_started_again_and_the_cluster_ready()
    {
        using var cluster = await SupervisedCluster.StartAsync(silos: 2, gateways: 1);
        var postgres = await cluster.MemberAsync("postgres");
        await KillAsync(postgres);
        await cluster.ComesAsync("postgres", member => member.Id is { } id && id != postgres.Id && member.Address.Length > 0);
        foreach (var name in new[] { "silo-1", "silo-2", "gateway-1" })
            await cluster.ComesAsync(name, member => member.Ready);
        Assert.Equal(0, await cluster.TerminateAsync());
    }

    private static async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        using var process = SiloProcess.Start(arguments);
        var (exit, output) = await process.FinishAsync();
        return (exit, output + process.Error);
    }

    private static Task KillAsync(SupervisedCluster.Member member) => OwnProcess.SignalAsync("KILL", member.Id!.Value);

    private static async Task GoneAsync(int process)
    {
        using var late = new CancellationTokenSource(EndLimit);
        while (File.Exists(SupervisedCluster.StatOf(process)))
            await Task.Delay(10, late.Token);
    }
}
