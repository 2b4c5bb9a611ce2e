using System.Diagnostics;
using System.Net;

namespace ClusterActors.Bench.Starts;

/// <summary>Starts a server as its own process, waits for its first answer, and ends it.</summary>
internal static class ServerProcess
{
    public const string ReadyPath = "/health/ready";

    /// <summary>What a server's line with its address begins with; a blank ends the address.</summary>
    public const string Listening = "Listening on ";

    // No figure hangs on it: it only keeps a server that does not start from being waited for without end.
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenAsks = TimeSpan.FromMilliseconds(5);

    /// <exception cref="InvalidOperationException">The process ended before it listened.</exception>
    public static async Task<TimeSpan> TimeToReadyAsync(IEnumerable<string> arguments, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(AtMost);
        using var http = new HttpClient();
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            var address = await AddressAsync(process, errors, limit.Token);
            await ReadyAsync(http, new Uri(address, ReadyPath), limit.Token);
            return Stopwatch.GetElapsedTime(start);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<Uri> AddressAsync(Process process, Task<string> errors, CancellationToken cancel)
    {
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
            if (line.StartsWith(Listening, StringComparison.Ordinal))
                return new(line[Listening.Length..].Split(' ')[0]);
        throw new InvalidOperationException($"'dotnet {string.Join(' ', process.StartInfo.ArgumentList)}' ended before it listened: {await errors}");
    }

    private static async Task ReadyAsync(HttpClient http, Uri address, CancellationToken cancel)
    {
        for (; ; await Task.Delay(BetweenAsks, cancel))
        {
            using var response = await http.GetAsync(address, cancel);
            if (response.StatusCode == HttpStatusCode.OK)
                return;
        }
    }
}
