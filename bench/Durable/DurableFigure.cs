using System.Globalization;
using ClusterActors.Bench.Stores;

namespace ClusterActors.Bench.Durable;

/// <summary>Durable commands: call, decide, append with its flush to disk, evolve, answer. One caller for each grain.</summary>
internal sealed record DurableFigure(IStoreKind Store, int Grains, int CommandsEach) : IFigure
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"durable-{Store.Name}-{Grains}");

    public Unit Unit { get; } = Unit.PerSecond("commands", Grains * CommandsEach);

    public string Measures => string.Create(
        CultureInfo.InvariantCulture,
        $"grains on {Store.Title}: {Grains}, one caller for each; commands of a caller, one at a time: {CommandsEach}; each is answered after its commit");

    public IReadOnlyList<Floor> Floors => [.. Store.Floors.Select(floor => floor.About)];

    public string? NotRun => Store.NotRun;

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Workplace place, CancellationToken cancel)
    {
        await using var database = await Store.CreateAsync(place);
        var run = await StoreRun.RunAsync(database, Grains, CommandsEach);
        var floors = new List<TimeSpan?>();
        foreach (var floor in Store.Floors)
            floors.Add(floor.About.NotRun is null ? await floor.WriteAsync(Store, database, run, place) : null);
        return [new(run.Took, floors, run.Commits.Count)];
    }
}
