using System.Net;
using System.Net.Sockets;

namespace ClusterActors.Tests.Postgres;

/// <summary>
/// One connection over a <see cref="CutWire"/>. When the server's last word was "ready, in a transaction", the next that the client
/// sends is a batch's second exchange, which ends in COMMIT.
/// </summary>
internal sealed class CutJoint(CutWire wire)
{
    // ReadyForQuery: its letter, its length, then T inside a transaction and I outside.
    private static readonly byte[] InTransaction = [(byte)'Z', 0, 0, 0, 5, (byte)'T'];
    private static readonly byte[] Committed = [(byte)'Z', 0, 0, 0, 5, (byte)'I'];

    private volatile bool inTransaction;
    private volatile bool deaf;

    public async Task JoinAsync(TcpClient client, int serverPort)
    {
        using var server = new TcpClient { NoDelay = true };
        using var joined = client;
        client.NoDelay = true;
        await server.ConnectAsync(IPAddress.Loopback, serverPort);
        await Task.WhenAny(
            PassAsync(client.GetStream(), server.GetStream(), _ => MaySendAsync()),
            PassAsync(server.GetStream(), client.GetStream(), read => Task.FromResult(MayReply(read.Span))));
    }

    private async Task<bool> MaySendAsync()
    {
        switch (inTransaction ? wire.Take() : CutWire.Trap.None)
        {
            case CutWire.Trap.CutBeforeCommit:
                wire.Spring();
                return false;
            case CutWire.Trap.CutAfterCommit:
                deaf = true;
                return true;
            case CutWire.Trap.Stop:
                wire.Spring();
                await wire.Released;
                return true;
            default:
                return true;
        }
    }

    private bool MayReply(ReadOnlySpan<byte> read)
    {
        inTransaction = read.EndsWith(InTransaction);
        if (!deaf)
            return true;
        Assert.True(read.EndsWith(Committed), "the server has not committed");
        wire.Spring();
        return false;
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to, Func<ReadOnlyMemory<byte>, Task<bool>> may)
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (await from.ReadAsync(buffer, wire.Closing) is > 0 and var read && await may(buffer.AsMemory(0, read)))
                await to.WriteAsync(buffer.AsMemory(0, read), wire.Closing);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Cut by one side or by the test.
        }
    }
}
