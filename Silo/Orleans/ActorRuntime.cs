using System.Net;
using System.Net.Sockets;
using ClusterActors.Journal;

namespace ClusterActors.Silo;

/// <summary>The runtime of the Orleans build: for now one silo, clustered with itself on loopback.</summary>
internal static class ActorRuntime
{
    public const string Name = "Microsoft Orleans";

    public static void AddActorRuntime(this WebApplicationBuilder builder) => builder.UseOrleans(silo =>
    {
        var (siloPort, gatewayPort) = FreePorts();
        silo.UseLocalhostClustering(siloPort, gatewayPort);
        silo.Services.AddScoped<IActivation, OrleansActivation>();
    });

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
