using System.Globalization;
using ClusterActors.Bench.Starts;
using ClusterActors.Bench.Stores;

namespace ClusterActors.Bench.Scale;

/// <summary>How a server starts over a whole nation: grains come to life when they are called, so its size should not show.</summary>
internal sealed record ScaleStartFigure(IStoreKind Store, NationSize Size) : IFigure
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"scale-start-{Store.Name}-{Size.Schools}");

    public Unit Unit => Unit.Milliseconds;

    public string Measures => string.Create(
        CultureInfo.InvariantCulture,
        $"from starting the server's process over {Size.Schools} schools in {Size.Clusters} clusters on {Store.Title} to 200 from /health/ready; no grain is active");

    public IReadOnlyList<Floor> Floors { get; } = [EmptyServer.Floor];

    public string? NotRun => Store.NotRun;

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Workplace place, CancellationToken cancel)
    {
        var nation = await place.NationAsync(Store, Size);
        await using (var server = await nation.StartServerAsync(cancel))
            return [new(server.Took, [await EmptyServer.TimeToReadyAsync(cancel)]) { ResidentMegabytes = server.ResidentMegabytes }];
    }
}
