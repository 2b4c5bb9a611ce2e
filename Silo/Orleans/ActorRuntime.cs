using System.Net;
using System.Net.Sockets;
using ClusterActors.Journal;
using ClusterActors.Storage;
using Orleans.Configuration;
using Orleans.Serialization;

namespace ClusterActors.Silo;

/// <summary>
/// The runtime of the Orleans build. On SQLite one silo, clustered with itself on loopback; on PostgreSQL as many silos and
/// gateways as are started, which find each other through the database. Silos listen on loopback unless they are told another
/// address.
/// </summary>
internal static class ActorRuntime
{
    public const string Name = "Microsoft Orleans";

    /// <summary>Whether several processes can share a store.</summary>
    public static bool IsClustered => true;

    private const string Cluster = GrainState.Service;
    private static readonly TimeSpan ConnectionPause = TimeSpan.FromSeconds(1);
    private const int ConnectionTries = 60;

    public static void AddActorRuntime(this WebApplicationBuilder builder, ServerOptions options, IStore store)
    {
        if (options.Part.HasFlag(ServerPart.Silo))
            builder.UseOrleans(silo => Configure(silo, options, store));
        else
            builder.UseOrleansClient(client => Configure(client, options.Store.Connection, options.Times));
    }

    private static void Configure(ISiloBuilder silo, ServerOptions options, IStore store)
    {
        var address = options.Store;
        var (siloPort, gatewayPort) = FreePorts(options.SiloAddress);
        silo.Services.AddSingleton<ISilos, SiloSeat>();
        if (options.Name is { } name)
            silo.Configure<SiloOptions>(own => own.SiloName = name);
        silo.CarryGrains(options.Times);
        silo.AddActivityPropagation();
        silo.AddIncomingGrainCallFilter<ObservedCalls>();
        silo.AddSnapshots(store, address.Folder);
        if (address.Connection is null)
        {
            silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: Cluster, clusterId: Cluster);
            return;
        }

        silo.Configure<ClusterOptions>(NameCluster);
        silo.ConfigureEndpoints(options.SiloAddress, siloPort, gatewayPort);
        silo.Services.AddSingleton(_ => new Membership(address.Connection));
        silo.UseAdoNetClustering(clustering => clustering.Configure<Membership>((table, membership) =>
            (table.Invariant, table.DataSource) = (Membership.Invariant, membership.Source)));
    }

    /// <summary>All that a silo needs for the grains, wherever it finds its neighbours.</summary>
    public static void CarryGrains(this ISiloBuilder silo, ClusterTimes times)
    {
        silo.Services.AddScoped<IActivation, OrleansActivation>();
        TellFaults(silo.Services);
        silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = times.Response);
        silo.Configure<ClusterMembershipOptions>(membership =>
        {
            membership.ProbeTimeout = times.Probe;
            membership.NumMissedProbesLimit = ClusterTimes.Probes;
            membership.IAmAliveTablePublishTimeout = times.Heartbeat;
            membership.NumMissedTableIAmAliveLimit = ClusterTimes.Heartbeats;
            membership.TableRefreshTimeout = times.Look;
        });
    }

    /// <summary>All that a gateway needs to call them.</summary>
    public static void CallGrains(this IClientBuilder client, ClusterTimes times)
    {
        TellFaults(client.Services);
        client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = times.Response);
        client.Configure<GatewayOptions>(silos => silos.GatewayListRefreshPeriod = times.Probe);
    }

    // A grain's fault reaches its caller as what it is; Orleans by itself carries only exceptions of the framework.
    private static void TellFaults(IServiceCollection services) => services.Configure<ExceptionSerializationOptions>(
        faults => faults.SupportedNamespacePrefixes.UnionWith([nameof(ClusterActors), nameof(Npgsql)]));

    private static void Configure(IClientBuilder client, string? connection, ClusterTimes times)
    {
        var tries = 0;
        var connections = new GatewayConnections();
        client.Services.AddSingleton(connections).AddSingleton<ISilos, GatewaySeat>();
        client.AddGatewayCountChangedHandler(connections.Changed);
        client.CallGrains(times);
        client.AddOutgoingGrainCallFilter<BrokenCalls>();
        client.AddActivityPropagation();
        client.Configure<ClusterOptions>(NameCluster);
        var database = connection ?? throw new JournalException("store_needed", "A gateway of its own needs --store: it finds its silos through the database.");
        client.Services.AddSingleton(_ => new Membership(database));
        client.UseAdoNetClustering(clustering => clustering.Configure<Membership>((table, membership) =>
            (table.Invariant, table.DataSource) = (Membership.Invariant, membership.Source)));

        // A gateway may be started before the first silo is there.
        client.UseConnectionRetryFilter(async (_, cancel) =>
        {
            await Task.Delay(ConnectionPause, cancel);
            return ++tries < ConnectionTries;
        });
    }

    private static void NameCluster(ClusterOptions options) => (options.ClusterId, options.ServiceId) = (Cluster, Cluster);

    // Both are held until both are known, so that they differ.
    private static (int Silo, int Gateway) FreePorts(IPAddress address)
    {
        using var first = new TcpListener(address, 0);
        using var second = new TcpListener(address, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
