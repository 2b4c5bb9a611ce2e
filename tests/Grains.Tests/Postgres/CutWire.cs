using System.Net;
using System.Net.Sockets;

namespace ClusterActors.Tests.Postgres;

/// <summary>A wire between a store and its server that a test can cut or stop at the commit; see <see cref="CutJoint"/>.</summary>
internal sealed class CutWire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly TaskCompletionSource sprung = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int serverPort;
    private volatile Trap trap;

    private CutWire(int serverPort)
    {
        this.serverPort = serverPort;
        listener.Start();
        _ = AcceptAsync();
    }

    public enum Trap
    {
        None,

        /// <summary>The commit never reaches the server, and the wire is cut.</summary>
        CutBeforeCommit,

        /// <summary>The commit reaches the server, its reply does not reach the client, and the wire is cut.</summary>
        CutAfterCommit,

        /// <summary>The commit is held back until <see cref="Release"/>, as if the client had been stopped.</summary>
        Stop,
    }

    public static CutWire To(int serverPort) => new(serverPort);

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Completes when the trap has closed on something.</summary>
    public Task Sprung => sprung.Task;

    public CancellationToken Closing => closing.Token;

    public Task Released => released.Task;

    public void Set(Trap next) => trap = next;

    public void Release() => released.TrySetResult();

    /// <summary>Each trap closes once.</summary>
    public Trap Take()
    {
        var taken = trap;
        trap = Trap.None;
        return taken;
    }

    public void Spring() => sprung.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        await closing.CancelAsync();
        listener.Dispose();
        closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(closing.Token);
                _ = new CutJoint(this).JoinAsync(client, serverPort);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}
