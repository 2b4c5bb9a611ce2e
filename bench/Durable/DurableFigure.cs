using System.Globalization;

namespace ClusterActors.Bench.Durable;

/// <summary>Durable commands: call, decide, append with its flush to disk, evolve, answer. One caller for each grain.</summary>
internal sealed record DurableFigure(int Grains, int CommandsEach) : IFigure
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"durable-{Grains}");

    public Unit Unit { get; } = Unit.PerSecond("commands", Grains * CommandsEach);

    public string Measures => string.Create(
        CultureInfo.InvariantCulture,
        $"grains on SQLite: {Grains}, one caller for each; commands of a caller, one at a time: {CommandsEach}; each is answered after its commit");

    public string Floor => "the same rows, in the commits the store made, inserted through Microsoft.Data.Sqlite by one thread";

    public string Runtime => Runtimes.Local;

    public async Task<Pair> MeasureAsync(WorkFolder work, CancellationToken cancel)
    {
        using var store = work.Make();
        using var floor = work.Make();
        var run = await StoreRun.RunAsync(store.Path, Grains, CommandsEach);
        var floorTook = await RowsFloor.WriteAsync(floor.Path, run);
        SameRows.Require(store.Path, floor.Path);
        return new(run.Took, floorTook, run.Commits.Count);
    }
}
