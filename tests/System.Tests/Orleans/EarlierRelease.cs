using System.Diagnostics;

namespace ClusterActors.Tests;

/// <summary>The newest tag before the present commit, built in a temporary folder.</summary>
public sealed class EarlierRelease : IAsyncLifetime, IDisposable
{
    private static readonly Lazy<string?> Tag = new(FindTag);

    private readonly TempFolder folder = new();

    public static string? SkipReason => Tag.Value is null ? "no earlier release has been tagged that a silo of this one could run beside" : null;

    /// <summary>Its program.</summary>
    public string Program => folder.Sub(Path.Combine("artifacts", "orleans", "bin", "Silo", "release", "Silo.dll"));

    public async Task InitializeAsync()
    {
        if (Tag.Value is not { } tag || Level.SkipBelow("release") is not null)
            return;
        var archive = folder.Sub("release.tar");
        await OwnProcess.RunAsync("git", "-C", SiloProcess.Root, "archive", "--format=tar", "-o", archive, tag);
        await OwnProcess.RunAsync("tar", "-xf", archive, "-C", folder.Path);
        await OwnProcess.RunAsync("dotnet", "build", folder.Sub(Path.Combine("Silo", "Silo.csproj")), "-c", "Release", "-p:ActorRuntime=Orleans", "-v", "quiet", "-nologo");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    private static string? FindTag()
    {
        try
        {
            using var git = Process.Start(OwnProcess.Quiet("git", "-C", SiloProcess.Root, "describe", "--tags", "--abbrev=0", "HEAD^"))!;
            var tag = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 && tag.Length > 0 ? tag : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No git, so no history.
            return null;
        }
    }
}

/// <summary>Needs an earlier release to build, and the time for it.</summary>
public sealed class MixedVersionFactAttribute : FactAttribute
{
    public MixedVersionFactAttribute() => Skip = EarlierRelease.SkipReason ?? Postgres.ServerBinaries.SkipReason ?? Level.SkipBelow("release");
}
