using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ClusterActors.Silo.Processes;

/// <summary>The other end of <see cref="ControlServer"/>.</summary>
internal static class ControlSocket
{
    private const string FileName = "control";
    private const int LongestPath = 107;

    /// <exception cref="ClusterException"><c>path_too_long</c>: for a socket of the kernel's.</exception>
    public static string PathIn(string folder) =>
        Path.Combine(folder, FileName) is var path && Encoding.UTF8.GetByteCount(path) <= LongestPath
            ? path
            : throw new ClusterException("path_too_long", $"{path} is longer than {LongestPath} bytes; choose a shorter folder with --data.");

    public static string Exit(int code) => string.Create(CultureInfo.InvariantCulture, $"exit {code}");

    /// <summary>Asks the supervisor of a folder and shows what it says.</summary>
    /// <returns>Its exit code; null when there is no supervisor.</returns>
    public static async Task<int?> AskAsync(string folder, string word, Action<string> show)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(PathIn(folder)));
        }
        catch (SocketException)
        {
            return null;
        }

        await using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(word + "\n"));
        int? exit = null;
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("exit ", StringComparison.Ordinal))
                exit = int.Parse(line["exit ".Length..], CultureInfo.InvariantCulture);
            else
                show(line);
        }

        return exit ?? throw new ClusterException("supervisor_lost", "The cluster's supervisor ended without an answer.");
    }
}
