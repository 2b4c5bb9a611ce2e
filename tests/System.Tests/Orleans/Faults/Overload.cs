using System.Diagnostics;
using System.Globalization;

namespace ClusterActors.Tests.Faults;

/// <summary>
/// Everything is slow at once: each flush of the database's log waits, silos stand still for moments as in a long collection of
/// garbage, other programs take the processors, and ten times as many clients ask.
/// </summary>
internal sealed class Overload(FaultCluster cluster, Load load, Random random) : INemesis, IDisposable
{
    private const int Crowd = 9 * FaultRun.Clients;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(1500);

    private readonly List<Process> spinning = [];
    private CancellationTokenSource ending = new();
    private Task pausing = Task.CompletedTask;
    private Task crowding = Task.CompletedTask;
    private int strikes;

    public TimeSpan Lasts { get; private set; }

    public async Task<int?> StrikeAsync()
    {
        strikes++;
        Lasts = TimeSpan.FromSeconds(random.Next(10, 21));
        ending.Dispose();
        ending = new();
        await cluster.ExecuteAsync("ALTER SYSTEM SET commit_delay = 100000");
        await cluster.ExecuteAsync("ALTER SYSTEM SET commit_siblings = 0");
        await cluster.ExecuteAsync("SELECT pg_reload_conf()");
        for (var i = 0; i < Environment.ProcessorCount; i++)
            spinning.Add(Process.Start(OwnProcess.Quiet("sh", "-c", "while :; do :; done"))!);
        pausing = PauseAsync(ending.Token);
        crowding = Task.WhenAll(Enumerable.Range(0, Crowd).Select(one => AskAsync(one, ending.Token)));
        return null;
    }

    public async Task HealAsync()
    {
        await ending.CancelAsync();
        await pausing;
        foreach (var process in spinning)
        {
            process.Kill();
            process.Dispose();
        }

        spinning.Clear();
        await cluster.ExecuteAsync("ALTER SYSTEM RESET ALL");
        await cluster.ExecuteAsync("SELECT pg_reload_conf()");
        await crowding;
    }

    public void Dispose() => ending.Dispose();

    private async Task PauseAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            await cluster.Silos[random.Next(cluster.Silos.Count)].PauseAsync(random.NextDouble() * LongestPause);
            await Task.Delay(random.NextDouble() * LongestPause, CancellationToken.None);
        }
    }

    /// <summary>Appoints one person after the other at a school of its own.</summary>
    private async Task AskAsync(int one, CancellationToken until)
    {
        var caller = load.NewCaller(until);
        var life = load.Lives[one % load.Lives.Count];
        var school = life.Schools[one / load.Lives.Count % life.Schools.Length];
        try
        {
            for (var person = 0; ; person++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"s{strikes}-{one}-{person}");
                await caller.TellAsync(new($"school:{school}", name, null, $"/schools/{school}/people", new { person = name, role = "emulation-officer" }));
            }
        }
        catch (OperationCanceledException) when (until.IsCancellationRequested)
        {
            // The crowd goes home.
        }
    }
}
