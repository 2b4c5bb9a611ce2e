using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ClusterActors.Gateway;
using ClusterActors.Journal;
using ClusterActors.Silo.Archives;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterActors.Tests.Archives;

/// <summary>What is answered when more archives are asked for than are made at once.</summary>
public sealed class ArchiveLimitTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider();

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task an_archive_beyond_those_that_are_being_made_is_refused_at_once_and_given_when_they_are_sent()
    {
        var journal = await ClosedYear.CoveredAsync();
        using var limit = new ArchiveLimit(1);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (first, second, third) = (Request(), Request(), Request());
        var made = AskAsync(first, new Gated(journal, gate.Task), limit);
        await AskAsync(second, journal, limit);

        Assert.Equal((StatusCodes.Status429TooManyRequests, "10"), (second.Response.StatusCode, second.Response.Headers.RetryAfter.ToString()));
        second.Response.Body.Position = 0;
        Assert.Equal(GatewayCode.TooManyArchives, (string?)(await JsonNode.ParseAsync(second.Response.Body))!["code"]);
        Assert.False(made.IsCompleted);

        gate.SetResult();
        await made;
        await AskAsync(third, journal, limit);
        Assert.Equal([StatusCodes.Status200OK, StatusCodes.Status200OK], new[] { first, third }.Select(http => http.Response.StatusCode));
        Assert.Equal((await journal.ArchiveAsync()).ToArray(), ((MemoryStream)third.Response.Body).ToArray());
    }

    private static Task AskAsync(HttpContext http, IJournalReader journal, ArchiveLimit limit) =>
        ArchiveEndpoint.WriteAsync(http, journal, limit, ClosedYear.Key.Cluster, ClosedYear.Key.Year);

    private DefaultHttpContext Request() => new() { RequestServices = services, Response = { Body = new MemoryStream() } };

    /// <summary>A journal that answers when the gate is open.</summary>
    private sealed class Gated(ClosedYear journal, Task gate) : IJournalReader
    {
        public async IAsyncEnumerable<JournalEvent> ReadAllAsync(long after, [EnumeratorCancellation] CancellationToken cancel = default)
        {
            await gate;
            await foreach (var e in journal.ReadAllAsync(after, cancel))
                yield return e;
        }

        public async Task<JournalHeads> ReadHeadsAsync(CancellationToken cancel = default)
        {
            await gate;
            return await journal.ReadHeadsAsync(cancel);
        }

        public async Task<IReadOnlyList<Checkpoint>> ReadCheckpointsAsync(CancellationToken cancel = default)
        {
            await gate;
            return await journal.ReadCheckpointsAsync(cancel);
        }
    }
}
