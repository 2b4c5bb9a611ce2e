using ClusterActors.Gateway;
using ClusterActors.Journal;

namespace ClusterActors.Silo;

/// <summary>What operators ask of a running server.</summary>
internal static class OperatorEndpoints
{
    public static void MapOperators(this WebApplication app)
    {
        // Ready means that the store answers; the depths tell an operator more than a bare 200.
        app.MapGet("/health/ready", async (IOutbox outbox, CancellationToken cancel) =>
            TypedResults.Ok(new { runtime = ActorRuntime.Name, outbox = await outbox.DepthAsync(cancel) }));

        var ops = app.MapOfficials("/ops");
        ops.MapGet("/outbox/parked", async (IOutbox outbox, CancellationToken cancel) =>
            TypedResults.Ok((await outbox.ListParkedAsync(cancel)).Select(m => new { m.Id, m.Source, m.Target, m.DueAt })));
        ops.MapPost("/outbox/parked/resume", async (IOutbox outbox, string id, CancellationToken cancel) =>
            await outbox.ResumeAsync(id, cancel) ? TypedResults.Ok() : Results.NotFound());
        ops.MapGet("/checkpoints/latest", async (ICheckpoints checkpoints, CancellationToken cancel) =>
            await checkpoints.LatestAsync(cancel) is { } c
                ? TypedResults.Ok(new { c.Number, c.Position, root = Convert.ToHexStringLower(c.Root), previous = Convert.ToHexStringLower(c.Previous) })
                : Results.NotFound());
        ops.MapPost("/checkpoints", async (ICheckpoints checkpoints, CancellationToken cancel) =>
            TypedResults.Ok(new { (await checkpoints.MakeAsync(cancel)).Number }));
    }
}
