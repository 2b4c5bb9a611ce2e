namespace ClusterActors.Bench.Starts;

/// <summary>From the start of the server's process to its first answer, in a folder that did not exist before.</summary>
internal sealed record StartFigure : IFigure
{
    public string Name => "start";

    public Unit Unit => Unit.Milliseconds;

    public string Measures => "from starting the server's process over a new data folder to 200 from /health/ready";

    public IReadOnlyList<Floor> Floors { get; } = [EmptyServer.Floor];

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Workplace place, CancellationToken cancel)
    {
        using var data = place.Folder.Make();
        await using (var server = await ServerProcess.StartAsync([ServerProcess.Program, "--data", data.Path, "--urls", EmptyServer.Url], cancel))
            return [new(server.Took, [await EmptyServer.TimeToReadyAsync(cancel)]) { ResidentMegabytes = server.ResidentMegabytes }];
    }
}
