using ClusterActors.LocalRuntime;

namespace ClusterActors.Tests.LocalRuntime;

public sealed class CallCycleTests : IDisposable
{
    private readonly OneProcess process = new();

    public void Dispose() => process.Dispose();

    [Fact]
    public async Task a_chain_of_calls_that_comes_back_is_named_at_once()
    {
        var fault = await Assert.ThrowsAsync<CallCycleException>(() => Patience.Soon(process.Probe("a").Forward(["b", "c", "a"])));
        Assert.Equal("ProbeGrain/a -> ProbeGrain/b -> ProbeGrain/c -> ProbeGrain/a", fault.Path);
        Assert.Contains(fault.Path, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task only_the_round_itself_is_named_and_everyone_in_it_is_free_again()
    {
        var fault = await Assert.ThrowsAsync<CallCycleException>(() => Patience.Soon(process.Probe("a").Forward(["b", "b"])));
        Assert.Equal("ProbeGrain/b -> ProbeGrain/b", fault.Path);
        Assert.Equal("b", await Patience.Soon(process.Probe("a").Forward(["b"])));
    }

    [Fact]
    public async Task a_chain_that_meets_others_on_the_way_is_no_cycle()
    {
        var held = process.Probe("c").Pass("1");
        await process.Gates.EnteredAsync("1");
        var chain = process.Probe("a").Forward(["b", "c", "d"]);
        var stranger = process.Probe("a").Forward(["d"]);
        process.Gates.Open("1");
        Assert.Equal("d", await Patience.Soon(chain));
        Assert.Equal("d", await Patience.Soon(stranger));
        await held;
    }

    [Fact]
    public async Task what_an_ended_call_has_set_going_may_come_back_to_its_grain()
    {
        await Patience.Soon(process.Probe("a").SetGoing("later", ["b", "a"]));
        await process.Gates.EnteredAsync("later");
        process.Gates.Open("later");
        await process.Gates.EnteredAsync("later-answer-a");
    }
}
