using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests.Fuzz;

/// <summary>
/// The bytes of one HTTP request, with <c>{key}</c> for the API key of an official and <c>{id}</c> for an operation that is new.
/// The server answers no 5xx, closes the connection, and appends nothing for a request that it has not accepted.
/// </summary>
internal sealed class RequestTarget(ApiServer server) : IFuzzTarget
{
    private const int VersionNotSupported = 505;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private long? latest;
    private int operations;

    public string Name => "requests";

    public async Task RunAsync(byte[] input)
    {
        latest ??= await SettledAsync();
        var (request, ends) = Complete(input);
        var status = StatusOf(await AnswerAsync(request, ends));
        Assert.True(status is null or < 500 or VersionNotSupported, $"answered {status}");
        if (MayHaveBeenAccepted(status, ends) && !IsRead(input))
            latest = await SettledAsync();
        else
            Assert.Equal(latest, await CheckpointAsync());
    }

    // Who hangs up is not always told what came of it.
    private static bool MayHaveBeenAccepted(int? status, bool ends) => status is >= 200 and < 300 || (status is null && !ends);

    private static bool IsRead(byte[] input) => input.AsSpan().StartsWith("GET "u8);

    // Null where the server has closed the connection without a word.
    private static int? StatusOf(string response) => response.Length == 0 ? null : int.Parse(response.Split(' ')[1], CultureInfo.InvariantCulture);

    /// <summary>The number of the checkpoint over all that has been appended, once no message is on its way.</summary>
    private async Task<long> SettledAsync()
    {
        await server.ReadWhenAsync("/health/ready", ready => (long)ready["outbox"]!["waiting"]! == 0);
        return await CheckpointAsync();
    }

    private async Task<long> CheckpointAsync() => (long)(await server.TellAsync(null, "/ops/checkpoints", new JsonObject())).Body!["number"]!;

    /// <summary>All that the server says until it closes the connection.</summary>
    /// <param name="ends">Whether it can see where the request ends; else the client hangs up, which it takes for the end of everything.</param>
    private async Task<string> AnswerAsync(byte[] request, bool ends)
    {
        using var late = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(server.Http.BaseAddress!.Host, server.Http.BaseAddress.Port, late.Token);
        var stream = client.GetStream();
        using var response = new MemoryStream();
        try
        {
            await stream.WriteAsync(request, late.Token);
            if (!ends)
                client.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(response, late.Token);
        }
        catch (Exception cut) when (cut is IOException or SocketException)
        {
            // What is no request may be cut off while it is being written.
        }

        return Encoding.Latin1.GetString(response.GetBuffer(), 0, (int)response.Length);
    }

    /// <summary>With the length that it has, as no mutant could say it; unless length is what it is about, or it has no end.</summary>
    private (byte[] Request, bool Ends) Complete(byte[] input)
    {
        var text = Encoding.Latin1.GetString(input)
            .Replace("{key}", server.OfficialsKey, StringComparison.Ordinal)
            .Replace("{id}", string.Create(CultureInfo.InvariantCulture, $"fuzz-{++operations}"), StringComparison.Ordinal);
        var headEnd = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (headEnd < 0 || text.Contains("Content-Length", StringComparison.OrdinalIgnoreCase) || text.Contains("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
            return (Encoding.Latin1.GetBytes(text), false);
        var head = string.Create(CultureInfo.InvariantCulture, $"{text[..headEnd]}\r\nConnection: close\r\nContent-Length: {text.Length - headEnd - 4}");
        return (Encoding.Latin1.GetBytes(head + text[headEnd..]), true);
    }
}
