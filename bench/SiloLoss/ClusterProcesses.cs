using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ClusterActors.Bench.Starts;
using ClusterActors.Tests;

namespace ClusterActors.Bench.SiloLoss;

/// <summary>A cluster as <c>./run cluster</c> starts it.</summary>
internal sealed partial class ClusterProcesses : IAsyncDisposable
{
    private const string StoreFile = "store-address";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Process supervisor;
    private readonly string folder;
    private readonly int count;

    private ClusterProcesses(Process supervisor, string folder, int count) => (this.supervisor, this.folder, this.count) = (supervisor, folder, count);

    public string FirstKey => File.ReadAllText(Path.Combine(folder, "first-key.txt")).Trim();

    /// <summary>The address of its store, with the password.</summary>
    public string Store => File.ReadAllText(Path.Combine(folder, StoreFile)).Trim();

    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public static async Task<ClusterProcesses> StartAsync(string folder, int lostAfter, int silos, int gateways)
    {
        var start = OwnProcess.Quiet(
        [
            "dotnet", ServerProcess.Program, "cluster", "--data", folder, "--silos", Number(silos), "--gateways", Number(gateways), "--port", "0", "--silo-lost-after", Number(lostAfter),
        ]);
        var supervisor = Process.Start(start)!;
        var cluster = new ClusterProcesses(supervisor, folder, silos + gateways);
        var errors = supervisor.StandardError.ReadToEndAsync();
        while (await supervisor.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("The cluster is up", StringComparison.Ordinal))
            {
                _ = supervisor.StandardOutput.ReadToEndAsync();
                return cluster;
            }
        }

        await cluster.DisposeAsync();
        throw new InvalidOperationException($"The cluster does not start: {await errors}");
    }

    public async Task<Uri[]> GatewaysAsync() => [.. Gateway().Matches(await StatusAsync()).Select(line => new Uri(line.Groups[1].Value))];

    /// <summary>Its processes by their names, PostgreSQL's too.</summary>
    public async Task<IReadOnlyList<(string Name, int Id)>> ProcessesAsync() =>
        [.. Any().Matches(await StatusAsync()).Select(line => (line.Groups[1].Value, int.Parse(line.Groups[2].Value, CultureInfo.InvariantCulture)))];

    /// <summary>How often a silo was started again.</summary>
    public async Task<int> RestartsAsync() => Starts().Matches(await StatusAsync()).Sum(line => int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture) - 1);

    public async Task KillSiloAsync(int number)
    {
        var silo = Regex.Match(await StatusAsync(), string.Create(CultureInfo.InvariantCulture, $@"silo-{number} +pid (\d+)"));
        await OwnProcess.SignalAsync("KILL", int.Parse(silo.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    /// <summary>Until every process is ready again.</summary>
    public async Task IsWholeAsync(CancellationToken cancel)
    {
        while (Ready().Count(await StatusAsync()) < count)
            await Task.Delay(Pause, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (!supervisor.HasExited)
            await OwnProcess.SignalAsync("TERM", supervisor.Id);
        await supervisor.WaitForExitAsync();
        supervisor.Dispose();
    }

    private Task<string> StatusAsync() => OwnProcess.RunAsync("dotnet", ServerProcess.Program, "cluster", "status", "--data", folder);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^gateway-\d+ +pid \d+ +(\S+)", RegexOptions.Multiline)]
    private static partial Regex Gateway();

    [GeneratedRegex(@"^(\S+) +pid (\d+)", RegexOptions.Multiline)]
    private static partial Regex Any();

    [GeneratedRegex(@"^silo-.*\(started (\d+) times\)", RegexOptions.Multiline)]
    private static partial Regex Starts();

    [GeneratedRegex(@" ready( \(|$)", RegexOptions.Multiline)]
    private static partial Regex Ready();
}
