#if !ORLEANS
namespace ClusterActors.Tests;

/// <summary>What a process of a cluster says in the build that cannot be one.</summary>
public sealed class ClusterWithoutOrleansTests
{
    [Theory]
    [InlineData("cluster")]
    [InlineData("silo")]
    [InlineData("gateway")]
    public async Task without_orleans_each_process_of_a_cluster_ends_with_a_code_of_its_own(string verb)
    {
        using var folder = new TempFolder();
        using var process = SiloProcess.Start(verb, "--data", folder.Path);
        var (exit, _) = await process.FinishAsync();
        Assert.Equal(6, exit);
        Assert.StartsWith("orleans_needed: ", process.Error, StringComparison.Ordinal);
    }
}
#endif
