using ClusterActors.Gateway;
using ClusterActors.Journal;
using ClusterActors.Silo.Operators;

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
            await Problems.Of(StatusCodes.Status503ServiceUnavailable, fault.Code, "The store could not serve this request; the server's log says why. It can be repeated.")
                .ExecuteAsync(http);
        }
    });

    public static void MapOperators(this WebApplication app)
    {
        var ops = app.MapOfficials("/ops");
        ops.MapGet("/outbox/parked", async (IOutbox outbox, CancellationToken cancel) =>
            TypedResults.Ok((await outbox.ListParkedAsync(cancel)).Select(m => new { m.Id, m.Source, m.Target, m.DueAt })));
        ops.MapPost("/outbox/parked/resume", async (IOutbox outbox, string? id, CancellationToken cancel) =>
            id is not null && await outbox.ResumeAsync(id, cancel) ? Results.Ok() : Problems.NotFound("No such message is parked."));
        ops.MapGet("/checkpoints/latest", async (ICheckpoints checkpoints, CancellationToken cancel) =>
            await checkpoints.LatestAsync(cancel) is { } c
                ? TypedResults.Ok(new { c.Number, c.Position, root = Convert.ToHexStringLower(c.Root), previous = Convert.ToHexStringLower(c.Previous) })
                : Problems.NotFound("There is no checkpoint yet."));
        ops.MapPost("/checkpoints", async (ICheckpoints checkpoints, CancellationToken cancel) =>
            TypedResults.Ok(new { (await checkpoints.MakeAsync(cancel)).Number }));
    }

    /// <summary>The same for people: a page that needs neither scripts nor anything from elsewhere.</summary>
    public static void MapOperatorPage(this WebApplication app)
    {
        var pages = app.MapOfficialsPages("/ops");
        pages.MapGet("", async (HttpContext http, OperatorReport report, CancellationToken cancel) =>
        {
            foreach (var (name, value) in OperatorPage.Headers)
                http.Response.Headers[name] = value;
            return TypedResults.Content(OperatorPage.Write(await report.TakeAsync(cancel), Gateway.Gateway.FormTokenOf(http)), "text/html; charset=utf-8");
        });
        pages.MapPost("/parked", async (HttpContext http, IOutbox outbox, CancellationToken cancel) =>
        {
            // One that goes on already is what was wanted.
            await outbox.ResumeAsync((await http.Request.ReadFormAsync(cancel))["id"].ToString(), cancel);
            http.Response.Headers.Location = "/ops";
            return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
        });
    }

    [LoggerMessage(1, LogLevel.Error, "A request was answered 503 {Code}: {Reason}")]
    private static partial void Unserved(ILogger log, string code, string reason);
}
