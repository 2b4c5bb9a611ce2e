using System.Globalization;
using ClusterActors.Bench.Counters;
using ClusterActors.Bench.Hosting;
using ClusterActors.Bench.Stores;

namespace ClusterActors.Bench.Shell;

/// <summary>What <see cref="Journal.Entity{TState,TCommand,TEvent}"/> costs over a bare Orleans grain, without the cost of any store.</summary>
internal sealed record ShellFigure(int Callers, int CommandsEach) : IFigure
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"shell-{Callers}");

    public Unit Unit { get; } = Unit.PerSecond("commands", Callers * CommandsEach);

    public string Measures => string.Create(
        CultureInfo.InvariantCulture,
        $"one durable grain on Orleans over a journal that keeps nothing; callers in its process: {Callers}; commands of a caller, one at a time: {CommandsEach}");

    public IReadOnlyList<Floor> Floors { get; } = [new("bare grain", "the same callers with the same commands to a grain that adds in memory and answers")];

    public string? NotRun => Runtimes.WithoutOrleans;

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Workplace place, CancellationToken cancel)
    {
        await using var host = await GrainHost.StartAsync(new ForgetfulJournal());
        var measured = await TimeAsync(host.Grains.GetGrain<ICounterGrain>(Counter.Key(0)).Tell);
        var floor = await TimeAsync(host.Grains.GetGrain<IBareCounterGrain>(Counter.Key(0)).Tell);
        return [new(measured, [floor])];
    }

    private async Task<TimeSpan> TimeAsync(Func<Envelope<CounterCommand>, Task<Answer>> tell)
    {
        await Commands.AcceptedAsync(tell, "opening");
        return await Timed.RunAsync(Callers, CommandsEach, (caller, n) => Commands.AcceptedAsync(tell, $"command-{caller}-{n}"));
    }
}
