namespace ClusterActors.Tests.LocalRuntime;

public sealed class TimeTests : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);
    private readonly OneProcess process = new();

    public void Dispose() => process.Dispose();

    [Fact]
    public async Task a_caller_stops_waiting_after_thirty_seconds_and_the_call_goes_on()
    {
        var slow = process.Probe("a").Pass("1");
        await process.Gates.EnteredAsync("1");
        process.Clock.Advance(TimeSpan.FromSeconds(30) - Moment);
        Assert.False(slow.IsCompleted);
        process.Clock.Advance(Moment);

        var fault = await Assert.ThrowsAsync<TimeoutException>(() => Patience.Soon(slow));
        Assert.Equal("IProbe/a.Pass gave no answer within 00:00:30; its outcome is unknown.", fault.Message);

        process.Gates.Open("1");
        Assert.Equal(1, await Patience.Soon(process.Probe("a").Life()));
        Assert.Equal(["a in 1", "a out 1"], process.Gates.Diary);
    }

    [Fact]
    public async Task a_call_that_waits_its_turn_too_long_times_out_and_still_has_its_turn()
    {
        var slow = process.Probe("a").Pass("1");
        await process.Gates.EnteredAsync("1");
        process.Clock.Advance(TimeSpan.FromSeconds(20));
        var waiting = process.Probe("a").Pass("2");
        process.Clock.Advance(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<TimeoutException>(() => Patience.Soon(slow));
        Assert.False(waiting.IsCompleted);
        process.Clock.Advance(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAsync<TimeoutException>(() => Patience.Soon(waiting));

        process.Gates.Open("1");
        process.Gates.Open("2");
        await Patience.Soon(process.Runtime.StopAsync());
        Assert.Equal(["a in 1", "a out 1", "a in 2", "a out 2"], process.Gates.Diary);
    }

    [Fact]
    public async Task an_answer_in_time_leaves_no_deadline_behind()
    {
        await Patience.Soon(process.Probe("a").Life());
        var idleSweepOnly = 1;
        Assert.Equal(idleSweepOnly, process.Clock.ArmedTimers);
    }

    [Fact]
    public async Task an_activation_unused_for_fifteen_minutes_is_let_go()
    {
        Assert.Equal(1, await Patience.Soon(process.Probe("a").Life()));
        process.Clock.Advance(TimeSpan.FromMinutes(15) - Moment);
        Assert.Equal(1, await Patience.Soon(process.Probe("a").Life()));
        process.Clock.Advance(TimeSpan.FromMinutes(15) - Moment);
        Assert.Equal(1, await Patience.Soon(process.Probe("a").Life()));
        process.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(2, await Patience.Soon(process.Probe("a").Life()));
    }

    [Fact]
    public async Task an_activation_with_a_call_under_way_is_never_idle()
    {
        var slow = process.Probe("a").Pass("1");
        await process.Gates.EnteredAsync("1");
        process.Clock.Advance(TimeSpan.FromHours(2));
        process.Gates.Open("1");
        await Assert.ThrowsAsync<TimeoutException>(() => Patience.Soon(slow));
        Assert.Equal(1, await Patience.Soon(process.Probe("a").Life()));
    }

    [Fact]
    public async Task a_runtime_whose_grains_have_all_gone_sets_no_timer()
    {
        await Patience.Soon(process.Probe("a").Life());
        process.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, process.Clock.ArmedTimers);
        Assert.Equal(2, await Patience.Soon(process.Probe("a").Life()));
        Assert.Equal(1, process.Clock.ArmedTimers);
    }
}
