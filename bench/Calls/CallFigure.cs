using System.Globalization;
using ClusterActors.Bench.Hosting;
using ClusterActors.Bench.Stores;

namespace ClusterActors.Bench.Calls;

/// <summary>Calls of one grain that does no I/O: what the mailbox and the proxies cost.</summary>
internal sealed record CallFigure(int Callers, int CallsEach) : IFigure
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"call-{Callers}");

    public Unit Unit { get; } = Unit.PerSecond("calls", Callers * CallsEach);

    public string Measures => string.Create(
        CultureInfo.InvariantCulture,
        $"one grain without I/O; callers: {Callers}; calls of a caller, one at a time: {CallsEach}; each returns a value");

    public IReadOnlyList<Floor> Floors { get; } =
        [new("mailbox", "the same callers of a hand-made mailbox: Channel<T>, one reader, a TaskCompletionSource for each answer")];

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Workplace place, CancellationToken cancel)
    {
        await using var host = await GrainHost.StartAsync(new ForgetfulJournal());
        var grain = host.Grains.GetGrain<IAdderGrain>("bench-adder:1");
        var measured = await Timed.RunAsync(Callers, CallsEach, (_, _) => grain.Add(1));

        await using var mailbox = new ChannelAdder();
        var floor = await Timed.RunAsync(Callers, CallsEach, (_, _) => mailbox.Add(1));
        return [new(measured, [floor])];
    }
}
