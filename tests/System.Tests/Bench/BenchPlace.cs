using ClusterActors.Bench;

namespace ClusterActors.Tests.Bench;

/// <summary>One workplace for all figures, so that they share a PostgreSQL server.</summary>
public sealed class BenchPlace : IAsyncLifetime, IDisposable
{
    private readonly TempFolder home = new();

    public BenchPlace()
    {
        Place = new(home.Path);
        // A database below it may belong to another account, which must come to its folder.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(home.Path, File.GetUnixFileMode(home.Path) | UnixFileMode.OtherExecute);
    }

    internal Workplace Place { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await Place.DisposeAsync();
        Assert.Empty(Directory.EnumerateFileSystemEntries(home.Sub("var")));
    }

    public void Dispose() => home.Dispose();
}
