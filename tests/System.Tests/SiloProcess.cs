using System.Diagnostics;
using System.Text;

namespace ClusterActors.Tests;

/// <summary>The program as its users start it, in a process of its own, stopped by its own id.</summary>
public sealed class SiloProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly Process process;
    private readonly StringBuilder error = new();
    private Task? draining;

    private SiloProcess(Process process) => this.process = process;

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    public static string DataFiles => Path.Combine(Root, "data");

    // artifacts/<runtime>/bin/System.Tests/<configuration>/ stands beside artifacts/<runtime>/bin/Silo/<configuration>/
    private static string Program => new DirectoryInfo(AppContext.BaseDirectory) is { Parent.Parent.FullName: var bin, Name: var configuration }
        ? Path.Combine(bin, "Silo", configuration, "Silo.dll")
        : throw new InvalidOperationException("The tests do not lie in artifacts/.");

    public static SiloProcess Start(params string[] arguments) => Start(["dotnet", Program, .. arguments], []);

    /// <param name="environment">What the process's variables are set to beside those of this one.</param>
    public static SiloProcess Start(Dictionary<string, string> environment, params string[] arguments) => Start(["dotnet", Program, .. arguments], environment);

    /// <param name="program">The path of a Silo.dll.</param>
    public static SiloProcess StartProgram(string program, params string[] arguments) => Start(["dotnet", program, .. arguments], []);

    /// <param name="starter">A command that becomes the program, as <c>ip netns exec</c> does.</param>
    public static SiloProcess StartBy(string[] starter, params string[] arguments) => Start([.. starter, "dotnet", Program, .. arguments], []);

    private static SiloProcess Start(string[] command, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["CLUSTERACTORS_HOME"] = Root;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    public static SiloProcess Play(string folder, params string[] more) =>
        Start(["play", "--year", "2020", "--cluster", "8", "--json", "--data", folder, .. more]);

    public string Error => error.ToString();

    public int Id => process.Id;

    /// <summary>Runs to the end.</summary>
    public async Task<(int ExitCode, string Output)> FinishAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        var errors = TakeError();
        var output = await process.StandardOutput.ReadToEndAsync(late.Token);
        await errors.WaitAsync(late.Token);
        await process.WaitForExitAsync(late.Token);
        return (process.ExitCode, output);
    }

    /// <summary>Reads standard output up to a line that begins so, and gives the rest of that line.</summary>
    public async Task<string> OutputAfterAsync(string beginning)
    {
        using var late = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
                return line[beginning.Length..];
        }

        await TakeError().WaitAsync(late.Token);
        throw new InvalidOperationException($"The process ended before it said '{beginning}': {Error}");
    }

    /// <summary>Reads progress up to this step; false when it was never named and the process ended instead.</summary>
    public async Task<bool> ComesToAsync(string step)
    {
        using var late = new CancellationTokenSource(Patience);
        while (await process.StandardError.ReadLineAsync(late.Token) is { } line)
        {
            error.AppendLine(line);
            if (line.EndsWith($"] {step}", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Kills the process (SIGKILL) when its progress names this step; false when it never did and ended instead.</summary>
    public async Task<bool> KillAtAsync(string step)
    {
        if (!await ComesToAsync(step))
            return false;
        process.Kill();
        using var late = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(late.Token);
        return true;
    }

    /// <summary>Takes what it says on standard error from now on: a process that says much to nobody stands still.</summary>
    public Task TakeError() => draining ??= DrainErrorAsync();

    public void Kill() => process.Kill();

    public Task ExitAsync() => process.WaitForExitAsync();

    public async Task<int> TerminateAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        var errors = TakeError();
        await AskToEndAsync();
        await process.WaitForExitAsync(late.Token);
        await errors.WaitAsync(late.Token);
        return process.ExitCode;
    }

    /// <summary>SIGTERM; it may take its time.</summary>
    public async Task AskToEndAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(late.Token);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private async Task DrainErrorAsync()
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
            error.AppendLine(line);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ClusterActors.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("ClusterActors.sln was not found above the tests.");
        return folder.FullName;
    }
}
