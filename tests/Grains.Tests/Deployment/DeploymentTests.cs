using ClusterActors.Silo.Commands;

namespace ClusterActors.Tests.Deployment;

/// <summary>What can be checked of the deployment files without the machines that they are for.</summary>
public sealed class DeploymentTests
{
    [Fact]
    public void every_start_is_a_command_line_that_the_program_takes()
    {
        var starts = DeploymentFiles.Starts.ToList();
        Assert.Equal(["compose/compose.yaml", "kubernetes/gateway.yaml", "kubernetes/silo.yaml"], starts.Select(s => s.File).Where(f => f.EndsWith(".yaml", StringComparison.Ordinal)).Distinct());
        Assert.Equal(4, starts.Count(s => s.File.StartsWith("systemd", StringComparison.Ordinal)));
        Assert.All(starts, start => Assert.Equal([], CommandLine.Create().Parse(start.Arguments).Errors.Select(e => $"{start.File}: {e.Message}")));
    }

    [Fact]
    public void a_start_that_the_program_does_not_take_would_be_noticed() =>
        Assert.NotEmpty(CommandLine.Create().Parse([.. DeploymentFiles.Starts.First().Arguments, "--no-such-option"]).Errors);

    [Fact]
    public void no_password_stands_on_a_command_line() =>
        Assert.All(DeploymentFiles.Starts.SelectMany(s => s.Arguments).Where(a => a.StartsWith("postgres://", StringComparison.Ordinal)), address =>
            Assert.DoesNotContain(':', new Uri(address).UserInfo));

    [InstalledFact("systemd-analyze")]
    public async Task systemd_finds_nothing_wrong_with_the_units()
    {
        foreach (var unit in DeploymentFiles.Units)
            Assert.Equal("", await OwnProcess.RunAsync("systemd-analyze", "verify", "--recursive-errors=no", "--man=no", unit));
    }

    [InstalledFact("kubectl")]
    public async Task kubectl_renders_the_manifests()
    {
        var rendered = await OwnProcess.RunAsync("kubectl", "kustomize", DeploymentFiles.PathOf("kubernetes"));
        Assert.Equal(2, rendered.Split('\n').Count(line => line == "kind: Deployment"));
        Assert.Equal(2, rendered.Split('\n').Count(line => line == "kind: PodDisruptionBudget"));
    }
}
