using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace ClusterActors.Silo.Processes;

/// <summary>
/// Takes the orders of other processes of the same user, on a socket in the data folder: one line with a word, answered with
/// lines, the last of which is <c>exit</c> and a code.
/// </summary>
internal sealed class ControlServer : IAsyncDisposable
{
    private readonly Socket listener;
    private readonly Func<string, Action<string>, Task<int?>> obey;
    private readonly ConcurrentDictionary<StreamWriter, bool> listeners = new();
    private readonly Task accepting;

    private ControlServer(Socket listener, Func<string, Action<string>, Task<int?>> obey)
    {
        (this.listener, this.obey) = (listener, obey);
        accepting = AcceptAsync();
    }

    /// <param name="obey">Does what a word asks for; null when that ends this process, whose end is the answer.</param>
    public static ControlServer Listen(string folder, Func<string, Action<string>, Task<int?>> obey)
    {
        var path = ControlSocket.PathIn(folder);
        File.Delete(path);
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        listener.Listen();
        return new(listener, obey);
    }

    /// <summary>To all who wait for the end of what they asked for.</summary>
    public void Tell(string line)
    {
        foreach (var one in listeners.Keys)
            Write(one, line);
    }

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await accepting;
        // The socket's file stays: the next supervisor may listen there already, and where nobody listens nobody answers.
        Tell(ControlSocket.Exit(0));
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptAsync());
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket caller)
    {
        await using var stream = new NetworkStream(caller, ownsSocket: true);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true };
        try
        {
            if (await reader.ReadLineAsync() is not { } word)
                return;
            listeners.TryAdd(writer, true);
            if (await obey(word, line => Write(writer, line)) is { } exit)
                Write(writer, ControlSocket.Exit(exit));
            else
                await reader.ReadLineAsync();
        }
        catch (IOException)
        {
            // Whoever asked is gone.
        }
        finally
        {
            listeners.TryRemove(writer, out _);
        }
    }

    private static void Write(StreamWriter writer, string line)
    {
        try
        {
            lock (writer)
                writer.WriteLine(line);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // Whoever asked is gone; what they asked for is done all the same.
        }
    }
}
