using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace ClusterActors.Bench.Starts;

/// <summary>A server in a process of its own, from its first answer until it is ended.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    public const string ReadyPath = "/health/ready";

    /// <summary>What a server's line with its address begins with; a blank ends the address.</summary>
    public const string Listening = "Listening on ";

    // No figure hangs on it: it only keeps a server that does not start from being waited for without end.
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenAsks = TimeSpan.FromMilliseconds(5);

    private readonly Process process;

    private ServerProcess(Process process, Uri address, TimeSpan took) => (this.process, Address, Took) = (process, address, took);

    /// <summary>The server of the same build: bin/bench/release/ and bin/Silo/release/ lie beside each other.</summary>
    public static string Program => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Silo", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Silo.dll"));

    public Uri Address { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan Took { get; }

    /// <summary>What of its memory is in the machine's, now.</summary>
    public double ResidentMegabytes
    {
        get
        {
            var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/status")).First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1_000_000;
        }
    }

    /// <exception cref="InvalidOperationException">The process ended before it listened.</exception>
    public static async Task<ServerProcess> StartAsync(IEnumerable<string> arguments, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(AtMost);
        using var http = new HttpClient();
        var start = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            var address = await AddressAsync(process, errors, limit.Token);
            await ReadyAsync(http, new Uri(address, ReadyPath), limit.Token);
            return new(process, address, Stopwatch.GetElapsedTime(start));
        }
        catch
        {
            await EndAsync(process);
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await EndAsync(process);

    private static async Task EndAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
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
