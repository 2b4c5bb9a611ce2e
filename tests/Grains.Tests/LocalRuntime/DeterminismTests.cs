using ClusterActors.Journal;

namespace ClusterActors.Tests.LocalRuntime;

public sealed class DeterminismTests
{
    [Fact]
    public void the_same_seed_gives_the_same_interleaving()
    {
        foreach (var seed in Enumerable.Range(1, 20))
            Assert.Equal(Interleaving(seed), Interleaving(seed));
    }

    [Fact]
    public void other_seeds_give_other_interleavings() =>
        Assert.True(Enumerable.Range(1, 20).Select(seed => string.Join('\n', Interleaving(seed))).Distinct().Count() > 10);

    [Fact]
    public void within_one_grain_no_seed_mixes_two_calls()
    {
        foreach (var seed in Enumerable.Range(1, 20))
            foreach (var grain in Interleaving(seed).Where(entry => !entry.StartsWith("hub", StringComparison.Ordinal)).GroupBy(entry => entry[..1]))
                Assert.Equal(
                    Enumerable.Range(0, 5).SelectMany(i => new[] { $"{grain.Key} begins {i}", $"{grain.Key} yielded {i}", $"{grain.Key} heard {i}" }),
                    grain);
    }

    [Fact]
    public async Task no_step_of_a_grain_runs_off_the_scheduler_whoever_wakes_it()
    {
        var scheduler = new SeededScheduler(7);
        var world = new Gates();
        using var process = new OneProcess(world, options =>
        {
            options.Scheduler = scheduler;
            options.Add<IWalker, WalkerGrain>();
        });
        var call = process.Grains.GetGrain<IWalker>("a").PassHere("1", scheduler);
        Assert.Empty(world.Diary);

        scheduler.Run();
        Assert.True(world.IsEntered("1"));
        await Task.Run(() => world.Open("1"));
        Assert.Equal(["a begins here: True"], world.Diary);

        scheduler.Run();
        Assert.Equal(["a begins here: True", "a goes on here: True", "a yielded here: True"], world.Diary);
        await Patience.Soon(call);
    }

    [Fact]
    public async Task what_a_caller_does_with_the_answer_is_not_done_inside_the_grains_turn()
    {
        var scheduler = new SeededScheduler(7);
        using var process = new OneProcess(configure: options => options.Scheduler = scheduler);
        var guest = process.Probe("a").Life().ContinueWith(
            _ => scheduler.IsOnItsThread, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        scheduler.Run();
        Assert.False(await Patience.Soon(guest));
    }

    private static IReadOnlyList<string> Interleaving(int seed)
    {
        var scheduler = new SeededScheduler(seed);
        var world = new Gates();
        using var process = new OneProcess(world, options =>
        {
            options.Scheduler = scheduler;
            options.Add<IWalker, WalkerGrain>();
        });
        var calls = new List<Task>();
        for (var i = 0; i < 5; i++)
            foreach (var key in (string[])["a", "b", "c"])
                calls.Add(process.Grains.GetGrain<IWalker>(key).Walk(i));

        scheduler.Run();
        Assert.All(calls, call => Assert.True(call.IsCompletedSuccessfully));
        return world.Diary;
    }
}

[Alias("test.IWalker")]
public interface IWalker : IGrainWithStringKey
{
    /// <summary>Takes some steps, one of them a call of the grain everybody calls.</summary>
    [Alias("Walk")]
    Task Walk(int number);

    [Alias("Hear")]
    Task Hear(string from);

    [Alias("PassHere")]
    Task PassHere(string gate, TaskScheduler scheduler);
}

internal sealed class WalkerGrain(IActivation activation, IGrainFactory grains, Gates gates) : IWalker
{
    public async Task Walk(int number)
    {
        gates.Note($"{activation.Key} begins {number}");
        await Task.Yield();
        gates.Note($"{activation.Key} yielded {number}");
        await grains.GetGrain<IWalker>("hub").Hear(activation.Key);
        gates.Note($"{activation.Key} heard {number}");
    }

    public async Task Hear(string from)
    {
        await Task.Yield();
        gates.Note($"hub heard {from}");
    }

    public async Task PassHere(string gate, TaskScheduler scheduler)
    {
        var seeded = (SeededScheduler)scheduler;
        gates.Note($"{activation.Key} begins here: {seeded.IsHere}");
        await gates.PassAsync(gate);
        gates.Note($"{activation.Key} goes on here: {seeded.IsHere}");
        await Task.Yield();
        gates.Note($"{activation.Key} yielded here: {seeded.IsHere}");
    }
}
