using System.Net;
using System.Net.Sockets;
using ClusterActors.Silo;
using ClusterActors.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Hosting;

namespace ClusterActors.Tests.GrainStorage;

/// <summary>A silo of Orleans with nothing but the storage of snapshots, composed as the server composes it.</summary>
internal sealed class SnapshotSilo : IAsyncDisposable
{
    private readonly IHost host;

    private SnapshotSilo(IHost host) => this.host = host;

    public ISnapshotStore Store => host.Services.GetRequiredService<ISnapshotStore>();

    public static async Task<SnapshotSilo> StartAsync(IStore store, string folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        var (siloPort, gatewayPort) = FreePorts();
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(siloPort, gatewayPort, serviceId: GrainState.Service, clusterId: GrainState.Service)
            .AddSnapshots(store, folder));
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    // Both are held until both are known, so that they differ.
    private static (int Silo, int Gateway) FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
