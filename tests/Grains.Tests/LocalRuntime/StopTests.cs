using ClusterActors.LocalRuntime;

namespace ClusterActors.Tests.LocalRuntime;

public sealed class StopTests : IDisposable
{
    private readonly OneProcess process = new();

    public void Dispose() => process.Dispose();

    [Fact]
    public async Task a_stop_lets_the_calls_it_has_finish_and_refuses_new_ones()
    {
        var running = process.Probe("a").Pass("1");
        var waiting = process.Probe("a").Life();
        await process.Gates.EnteredAsync("1");

        var stop = process.Runtime.StopAsync();
        var refused = await Assert.ThrowsAsync<RuntimeStoppedException>(() => Patience.Soon(process.Probe("b").Life()));
        Assert.Contains("IProbe/b.Life", refused.Message, StringComparison.Ordinal);
        Assert.False(stop.IsCompleted);

        process.Gates.Open("1");
        await Patience.Soon(stop);
        Assert.Equal((1, 1), (await running, await waiting));
    }

    [Fact]
    public async Task a_call_that_had_begun_may_still_call_other_grains()
    {
        var running = process.Probe("a").PassThenForward("1", ["b", "c"]);
        await process.Gates.EnteredAsync("1");
        var stop = process.Runtime.StopAsync();
        process.Gates.Open("1");
        process.Gates.Open("1-answer-c");
        Assert.Equal("c", await Patience.Soon(running));
        await Patience.Soon(stop);
    }

    [Fact]
    public async Task whoever_stops_need_not_wait_for_ever()
    {
        var running = process.Probe("a").Pass("1");
        await process.Gates.EnteredAsync("1");
        using var patience = new CancellationTokenSource();
        var stop = process.Runtime.StopAsync(patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Patience.Soon(stop));

        process.Gates.Open("1");
        await Patience.Soon(process.Runtime.StopAsync());
        Assert.Equal(1, await running);
    }

    [Fact]
    public async Task an_idle_runtime_stops_at_once_and_leaves_no_timer()
    {
        await Patience.Soon(process.Probe("a").Life());
        await Patience.Soon(process.Runtime.StopAsync());
        Assert.Equal(0, process.Clock.ArmedTimers);
    }
}
