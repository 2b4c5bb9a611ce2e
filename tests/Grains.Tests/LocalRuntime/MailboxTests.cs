namespace ClusterActors.Tests.LocalRuntime;

public sealed class MailboxTests : IDisposable
{
    private readonly OneProcess process = new();

    private Gates Gates => process.Gates;

    public void Dispose() => process.Dispose();

    [Fact]
    public async Task one_grain_takes_one_call_at_a_time_awaits_included()
    {
        var first = process.Probe("a").Pass("1");
        var second = process.Probe("a").Pass("2");
        Gates.Open("2");
        await Gates.EnteredAsync("1");
        await Patience.Soon(process.Probe("b").Life());
        Assert.False(Gates.IsEntered("2"));

        Gates.Open("1");
        await Patience.Soon(Task.WhenAll(first, second));
        Assert.Equal(["a in 1", "a out 1", "a in 2", "a out 2"], Gates.Diary);
    }

    [Fact]
    public async Task grains_of_different_keys_run_side_by_side()
    {
        string[] keys = ["a", "b", "c", "d", "e", "f", "g", "h"];
        var calls = keys.Select(key => process.Probe(key).Pass(key)).ToArray();
        foreach (var key in keys)
            await Gates.EnteredAsync(key);
        foreach (var key in keys)
            Gates.Open(key);
        await Patience.Soon(Task.WhenAll(calls));
    }

    [Fact]
    public async Task calls_are_taken_in_the_order_they_came()
    {
        var names = Enumerable.Range(0, 200).Select(i => i.ToString("000", null)).ToList();
        foreach (var name in names.Skip(1))
            Gates.Open(name);
        var calls = names.Select(process.Probe("a").Pass).ToArray();
        await Gates.EnteredAsync("000");
        Gates.Open("000");
        await Patience.Soon(Task.WhenAll(calls));
        Assert.Equal(names.SelectMany(name => new[] { $"a in {name}", $"a out {name}" }), Gates.Diary);
    }

    [Fact]
    public async Task nothing_is_lost_or_doubled_when_many_callers_press_on_few_grains()
    {
        var calls = Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
                Assert.Equal(caller + i, await process.Probe($"{(caller + i) % 3}").Sum(caller, i));
        }));
        await Patience.Soon(Task.WhenAll(calls));
        await Patience.Soon(process.Runtime.StopAsync());
    }

    [Fact]
    public async Task a_fault_reaches_its_caller_only_and_the_activation_lives_on()
    {
        var probe = process.Probe("a");
        var before = await Patience.Soon(probe.Life());
        var faulty = probe.Fail("wrong");
        var neighbour = probe.Life();

        var fault = await Assert.ThrowsAsync<FormatException>(() => Patience.Soon(faulty));
        Assert.Equal("wrong", fault.Message);
        Assert.Equal(before, await Patience.Soon(neighbour));
    }

    [Fact]
    public async Task after_a_drop_those_who_wait_go_to_a_fresh_activation_in_their_order()
    {
        var dropped = process.Probe("a").Drop("1");
        await Gates.EnteredAsync("1");
        var second = process.Probe("a").Pass("2");
        var third = process.Probe("a").Pass("3");
        foreach (var gate in (string[])["3", "2", "1"])
            Gates.Open(gate);

        Assert.Equal((1, 2, 2), (await Patience.Soon(dropped), await Patience.Soon(second), await Patience.Soon(third)));
        Assert.Equal(["a in 1", "a out 1", "a in 2", "a out 2", "a in 3", "a out 3"], Gates.Diary);
    }

    [Fact]
    public async Task after_a_drop_with_nobody_waiting_the_next_call_finds_a_fresh_activation()
    {
        Gates.Open("1");
        Assert.Equal(1, await Patience.Soon(process.Probe("a").Drop("1")));
        Assert.Equal(0, process.Runtime.Count);
        Assert.Equal(2, await Patience.Soon(process.Probe("a").Life()));
    }

    [Fact]
    public async Task no_call_is_lost_and_no_two_activations_meet_when_a_grain_drops_itself_at_every_call()
    {
        Gates.Open("1");
        // Two callers, so that one's call often comes just as the other's has emptied the mailbox.
        var calls = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 20_000; i++)
                await process.Probe("a").Drop("1");
        }));
        await Patience.Soon(Task.WhenAll(calls));
        Assert.Equal(Enumerable.Repeat(new[] { "a in 1", "a out 1" }, 2 * 20_000).SelectMany(pair => pair), Gates.Diary);
        Assert.Equal(2 * 20_000 + 1, Gates.NewLife());
    }

    [Fact]
    public async Task value_tasks_nullable_arguments_and_plain_tasks_cross_as_well()
    {
        Assert.Equal(5, await process.Probe("a").Sum(2, 3));
        Assert.Equal(2, await process.Probe("a").Sum(2, null));
        await process.Probe("a").Touch();
        Assert.Equal(["a touched"], Gates.Diary);
    }

    [Fact]
    public async Task ambient_values_of_the_caller_stay_with_the_caller()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            using var other = new OneProcess(configure: options => options.Add<ICulture, CultureGrain>());
            Assert.NotEqual("tr-TR", await other.Grains.GetGrain<ICulture>("a").Name());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task a_caller_that_suppressed_the_flow_of_its_context_may_call()
    {
        Task<int> call;
        using (ExecutionContext.SuppressFlow())
            call = process.Probe("a").Life();
        Assert.Equal(1, await Patience.Soon(call));
    }
}

[Alias("test.ICulture")]
public interface ICulture : IGrainWithStringKey
{
    [Alias("Name")]
    Task<string> Name();
}

internal sealed class CultureGrain : ICulture
{
    public Task<string> Name() => Task.FromResult(System.Globalization.CultureInfo.CurrentCulture.Name);
}
