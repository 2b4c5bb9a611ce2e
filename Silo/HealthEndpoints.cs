using ClusterActors.Gateway;
using ClusterActors.Journal;

namespace ClusterActors.Silo;

/// <summary>What those who start and feed this process ask of it.</summary>
internal static class HealthEndpoints
{
    /// <summary>
    /// Live: the process answers. Ready: it is not stopping, it has its place in the cluster, and its store has just committed;
    /// else 503 with a code. The outbox's depths tell an operator more than a bare 200.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok());
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(
        IHostApplicationLifetime life, ISilos silos, StoreProof store, IOutbox outbox, CancellationToken cancel)
    {
        if (life.ApplicationStopping.IsCancellationRequested)
            return NotReady(GatewayCode.Stopping, "This process finishes what it has begun and ends.");
        var seen = await silos.CountAsync(cancel);
        if (seen == 0)
            return NotReady(GatewayCode.NotJoined, "This process sees no silo of its cluster.");
        await store.RenewAsync(cancel);
        return TypedResults.Ok(new { runtime = ActorRuntime.Name, silos = seen, outbox = await outbox.DepthAsync(cancel) });
    }

    private static IResult NotReady(string code, string detail) => Problems.Of(StatusCodes.Status503ServiceUnavailable, code, detail);
}
