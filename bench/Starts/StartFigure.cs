namespace ClusterActors.Bench.Starts;

/// <summary>From the start of the server's process to its first answer, in a folder that did not exist before.</summary>
internal sealed record StartFigure : IFigure
{
    public string Name => "start";

    public Unit Unit => Unit.Milliseconds;

    public string Measures => "from starting the server's process over a new data folder to 200 from /health/ready";

    public IReadOnlyList<Floor> Floors { get; } =
        [new("empty server", "the same of a process that serves the same path from an empty ASP.NET Core application")];

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Workplace place, CancellationToken cancel)
    {
        using var data = place.Folder.Make();
        var measured = await ServerProcess.TimeToReadyAsync([Server, "--data", data.Path, "--urls", EmptyServer.Url], cancel);
        var floor = await ServerProcess.TimeToReadyAsync([typeof(EmptyServer).Assembly.Location, EmptyServer.Verb], cancel);
        return [new(measured, [floor])];
    }

    // bin/bench/release/ and bin/Silo/release/ of the same build.
    private static string Server => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Silo", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Silo.dll"));
}
