using System.Globalization;
using ClusterActors.Tests.Postgres;

namespace ClusterActors.Tests;

/// <summary>Silos and a gateway of one played store on PostgreSQL, each a process of its own.</summary>
public sealed class PlayedCluster : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<(SiloProcess Process, Uri Address)> silos = [];
    private readonly string store;
    private readonly string[] cluster;
    private SiloProcess? gateway;
    private Uri? address;

    private PlayedCluster(string store, string[] more) =>
        (this.store, cluster) = (store, ["--store", store, "--played", .. more]);

    /// <param name="more">Further options of every process.</param>
    public static async Task<PlayedCluster> StartAsync(PostgresProcess postgres, int silos, params string[] more)
    {
        var database = $"play_{Guid.NewGuid():n}";
        await PostgresProcess.ExecuteAsync(postgres.ConnectionString("postgres"), $"CREATE DATABASE {database}");
        var started = new PlayedCluster(string.Create(CultureInfo.InvariantCulture, $"postgres://postgres@127.0.0.1:{postgres.Port}/{database}"), more);
        try
        {
            for (var i = 0; i < silos; i++)
                await started.StartSiloAsync();
            started.gateway = SiloProcess.Start(["gateway", "--data", started.folder.Sub("gateway"), "--urls", "http://127.0.0.1:0", .. started.cluster]);
            started.address = await AddressAsync(started.gateway);
            return started;
        }
        catch
        {
            started.Dispose();
            throw;
        }
    }

    /// <param name="program">Of another release; null for this one.</param>
    public async Task StartSiloAsync(string? program = null)
    {
        string[] arguments = ["silo", "--data", folder.Sub($"silo{silos.Count}"), .. cluster];
        var silo = program is null ? SiloProcess.Start(arguments) : SiloProcess.StartProgram(program, arguments);
        silos.Add((silo, new("http://127.0.0.1")));
        silos[^1] = (silo, await AddressAsync(silo));
    }

    /// <summary>kill -9 of the silo that was started first.</summary>
    public void KillFirstSilo()
    {
        silos[0].Process.Kill();
        silos[0].Process.Dispose();
        silos.RemoveAt(0);
    }

    public SiloProcess Play() => SiloProcess.Play(folder.Sub("gateway"), "--server", address!.ToString());

    /// <summary>Every process is well and nothing is left in the outbox; each ends in order when it is asked to; the journal is sound.</summary>
    public async Task EndsSoundAsync()
    {
        using (var http = new HttpClient())
        {
            foreach (var at in silos.Select(silo => silo.Address).Append(address!))
            {
                // The play ends with its last answer, not with the last message that follows from it.
                var health = await Outbox.EmptyAsync(http, at);
                Assert.Equal(("Microsoft Orleans", 0), ((string)health["runtime"]!, (int)health["outbox"]!["parked"]!));
            }
        }

        Assert.Equal(0, await gateway!.TerminateAsync());
        foreach (var (silo, _) in silos)
            Assert.Equal(0, await silo.TerminateAsync());
        using var verify = SiloProcess.Start("verify", "--store", store);
        var (exit, report) = await verify.FinishAsync();
        Assert.True(exit == 0 && report.Contains("The journal is sound.", StringComparison.Ordinal), report);
    }

    public void Dispose()
    {
        gateway?.Dispose();
        foreach (var (silo, _) in silos)
            silo.Dispose();
        folder.Dispose();
    }

    private static async Task<Uri> AddressAsync(SiloProcess process)
    {
        _ = process.TakeError();
        return new((await process.OutputAfterAsync("Listening on ")).Split(' ')[0]);
    }
}
