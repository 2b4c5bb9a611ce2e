using System.Net;
using System.Net.Sockets;

namespace ClusterActors.Silo.Processes;

internal static class FreePorts
{
    /// <summary>Ports of loopback that nobody has; all are held until all are known, so that they differ.</summary>
    public static int[] Take(int count)
    {
        var held = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            held.ForEach(one => one.Start());
            return [.. held.Select(one => ((IPEndPoint)one.LocalEndpoint).Port)];
        }
        finally
        {
            held.ForEach(one => one.Dispose());
        }
    }
}
