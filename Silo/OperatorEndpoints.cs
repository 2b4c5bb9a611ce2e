using ClusterActors.Gateway;
using ClusterActors.Journal;

namespace ClusterActors.Silo;

/// <summary>What operators ask of a running server.</summary>
internal static partial class OperatorEndpoints
{
    /// <summary>
    /// A fault of the store, wherever it comes up, is 503 with its code. What the store says of itself, addresses included, is for
    /// the log: whoever asked may not even be known yet.
    /// </summary>
    public static void AnswerFaults(this WebApplication app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (JournalException fault) when (!http.Response.HasStarted)
        {
            Unserved(app.Logger, fault.Code, fault.Message);
            http.Response.Headers.RetryAfter = "1";
            await Results.Problem(
                "The store could not serve this request; the server's log says why. It can be repeated.",
                statusCode: StatusCodes.Status503ServiceUnavailable,
                title: fault.Code.Replace('_', ' '),
                type: $"urn:clusteractors:{fault.Code}",
                extensions: [new("code", fault.Code)])
                .ExecuteAsync(http);
        }
    });

    public static void MapOperators(this WebApplication app)
    {
        var ops = app.MapOfficials("/ops");
        ops.MapGet("/outbox/parked", async (IOutbox outbox, CancellationToken cancel) =>
            TypedResults.Ok((await outbox.ListParkedAsync(cancel)).Select(m => new { m.Id, m.Source, m.Target, m.DueAt })));
        ops.MapPost("/outbox/parked/resume", async (IOutbox outbox, string? id, CancellationToken cancel) =>
            id is not null && await outbox.ResumeAsync(id, cancel) ? Results.Ok() : NotFound("No such message is parked."));
        ops.MapGet("/checkpoints/latest", async (ICheckpoints checkpoints, CancellationToken cancel) =>
            await checkpoints.LatestAsync(cancel) is { } c
                ? TypedResults.Ok(new { c.Number, c.Position, root = Convert.ToHexStringLower(c.Root), previous = Convert.ToHexStringLower(c.Previous) })
                : NotFound("There is no checkpoint yet."));
        ops.MapPost("/checkpoints", async (ICheckpoints checkpoints, CancellationToken cancel) =>
            TypedResults.Ok(new { (await checkpoints.MakeAsync(cancel)).Number }));
    }

    [LoggerMessage(1, LogLevel.Error, "A request was answered 503 {Code}: {Reason}")]
    private static partial void Unserved(ILogger log, string code, string reason);

    private static IResult NotFound(string detail) => Results.Problem(
        detail, statusCode: StatusCodes.Status404NotFound, type: $"urn:clusteractors:{RefusalCode.NotFound}", extensions: [new("code", RefusalCode.NotFound)]);
}
