using ClusterActors.Journal;
using ClusterActors.LocalRuntime;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterActors.Tests.LocalRuntime;

public sealed class ActivationTests
{
    [Fact]
    public async Task two_contracts_of_one_class_with_one_key_share_one_activation()
    {
        using var process = new OneProcess();
        Assert.Equal(1, await process.Probe("a").Life());
        Assert.Equal(1, await process.Grains.GetGrain<IProbeReader>("a").LifeRead());
        Assert.Equal(2, await process.Grains.GetGrain<IProbeReader>("b").LifeRead());
    }

    [Fact]
    public async Task two_contracts_of_one_class_share_one_mailbox()
    {
        using var process = new OneProcess();
        var held = process.Probe("a").Pass("1");
        await process.Gates.EnteredAsync("1");
        var read = process.Grains.GetGrain<IProbeReader>("a").LifeRead();
        await Patience.Soon(process.Probe("b").Life());
        Assert.False(read.IsCompleted);
        process.Gates.Open("1");
        Assert.Equal(1, await Patience.Soon(read));
        await held;
    }

    [Fact]
    public async Task two_runtimes_over_one_world_hold_two_live_activations_of_one_key()
    {
        var world = new Gates();
        using var east = new OneProcess(world);
        using var west = new OneProcess(world);
        var calls = new[] { east.Probe("a").Pass("east"), west.Probe("a").Pass("west") };
        await world.EnteredAsync("east");
        await world.EnteredAsync("west");
        world.Open("east");
        world.Open("west");
        Assert.Equal([1, 2], (await Patience.Soon(Task.WhenAll(calls))).Order());
    }

    [Fact]
    public async Task a_constructor_that_throws_is_the_callers_and_leaves_nothing_behind()
    {
        var world = new Gates();
        using var process = new OneProcess(world, options => options.Add<IBrittle, BrittleGrain>());
        var brittle = process.Grains.GetGrain<IBrittle>("a");

        var fault = await Assert.ThrowsAsync<FormatException>(() => Patience.Soon(brittle.Key()));
        Assert.Equal("life 1 of a", fault.Message);
        Assert.Equal(0, process.Runtime.Count);
        Assert.Equal("a", await Patience.Soon(brittle.Key()));
    }

    [Fact]
    public void the_factory_gives_references_by_string_key_and_says_what_it_does_not_do()
    {
        using var process = new OneProcess();
        Assert.Equal("IProbe/a", process.Grains.GetGrain(typeof(IProbe), "a").ToString());
        Assert.Contains("GetGrain", Assert.Throws<NotSupportedException>(() => process.Grains.GetGrain(typeof(IProbe), 1L)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "grainClassNamePrefix", Assert.Throws<NotSupportedException>(() => process.Grains.GetGrain<IProbe>("a", "Some")).Message, StringComparison.Ordinal);
        Assert.Contains("IBrittle", Assert.Throws<ArgumentException>(() => process.Grains.GetGrain<IBrittle>("a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_contract_is_answered_by_one_class_only() =>
        Assert.Throws<ArgumentException>(() => new LocalRuntimeOptions().Add<IProbe, ProbeGrain>().Add<IProbe, ProbeGrain>());

    [Fact]
    public void a_class_that_cannot_be_made_is_noticed_when_it_is_added() =>
        Assert.Throws<InvalidOperationException>(() => new LocalRuntimeOptions().Add<IBrittle, HiddenGrain>());

    [Fact]
    public void without_a_clock_among_the_services_there_is_no_runtime()
    {
        using var services = new ServiceCollection().AddLocalRuntime(_ => { }).BuildServiceProvider();
        Assert.Throws<InvalidOperationException>(services.GetRequiredService<LocalGrains>);
    }
}

[Alias("test.IBrittle")]
public interface IBrittle : IGrainWithStringKey
{
    [Alias("Key")]
    Task<string> Key();
}

internal sealed class BrittleGrain : IBrittle
{
    private readonly IActivation activation;

    public BrittleGrain(Gates gates, IActivation activation)
    {
        this.activation = activation;
        if (gates.NewLife() == 1)
            throw new FormatException($"life 1 of {activation.Key}");
    }

    public Task<string> Key() => Task.FromResult(activation.Key);
}

internal sealed class HiddenGrain : IBrittle
{
    private HiddenGrain()
    {
    }

    public Task<string> Key() => Task.FromResult("");
}
