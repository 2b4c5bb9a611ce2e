using ClusterActors.Silo.Commands;

namespace ClusterActors.Tests.Simulation;

/// <summary><c>./run simulate</c> as a command line.</summary>
public sealed class SimulateCommandTests
{
    [Fact]
    public async Task a_seed_that_holds_is_done() => Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(["simulate", "--seed", "3"]));

    [Theory]
    [InlineData("5..1")]
    [InlineData("1-5")]
    [InlineData("..")]
    [InlineData("-1..3")]
    public async Task what_is_no_range_of_seeds_is_a_usage_error(string seeds) =>
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["simulate", "--seeds", seeds]));

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("many")]
    public async Task what_is_no_number_of_turns_is_a_usage_error(string steps) =>
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["simulate", "--seed", "3", "--steps", steps]));
}
