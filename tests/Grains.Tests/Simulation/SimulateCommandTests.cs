using ClusterActors.Silo.Commands;
using ClusterActors.Simulation;

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
    [InlineData("--only", "crashes")]
    [InlineData("--only", "")]
    [InlineData("--only", "crash,none")]
    [InlineData("--without", "lost-call.x")]
    [InlineData("--without", "lost-cal")]
    [InlineData("--without", "crash.1")]
    public async Task what_no_fault_is_named_is_a_usage_error(string option, string names) =>
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["simulate", "--seed", "3", option, names]));

    [Fact]
    public async Task kinds_beginnings_of_kinds_and_single_strikes_are_understood()
    {
        Excerpt? understood = null;
        var command = SimulateCommand.Create((_, excerpt) =>
        {
            understood = excerpt;
            return ExitCode.Done;
        });

        Assert.Equal(ExitCode.Done, await command.Parse(["--only", "crash,lost-call.3", "--without", "crash-after"]).InvokeAsync());
        Assert.Equal(new() { Only = ["crash", "lost-call.3"], Without = ["crash-after"] }, understood);
        Assert.Equal(ExitCode.Done, await command.Parse(["--only", "none"]).InvokeAsync());
        Assert.Equal(new() { Only = [] }, understood);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("many")]
    public async Task what_is_no_number_of_turns_is_a_usage_error(string steps) =>
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["simulate", "--seed", "3", "--steps", steps]));
}
