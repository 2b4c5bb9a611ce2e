using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClusterActors.Gateway;

/// <summary>Takes a command from a request to its grain, and the answer back into a response.</summary>
internal sealed partial class Desk(IGrainFactory grains, ILogger<Desk> log)
{
    private const string IdempotencyKey = "Idempotency-Key";
    private const int LongestOperationId = 120;

    /// <summary>
    /// The request's body is the command itself. The operation id comes from <c>Idempotency-Key</c>; callers' ids hold no colon,
    /// so they never meet the outbox's.
    /// </summary>
    /// <param name="check">What only rows can tell, and no grain knows; null: nothing.</param>
    public async Task<IResult> TellAsync<TGrain, TCommand, TCase>(HttpContext http, string key, Func<TCase, Task<IResult?>>? check = null)
        where TGrain : IStreamGrain<TCommand>
        where TCase : TCommand
    {
        var operation = http.Request.Headers[IdempotencyKey].ToString();
        if (!IsOperationId(operation))
            return Problems.Of(StatusCodes.Status400BadRequest, RefusalCode.OperationIdInvalid, $"Every write names its operation in {IdempotencyKey}: [A-Za-z0-9._-], 1 to {LongestOperationId} characters.");

        var (command, problem) = await ReadAsync<TCase>(http);
        if (problem is not null)
            return problem;
        if (check is not null && await check(command!) is { } wrong)
            return wrong;

        try
        {
            // Not cancelled with the request: whoever hangs up after asking is answered all the same when they ask again.
            var answer = await grains.GetGrain<TGrain>(key).Tell(new(operation, AuthenticationFilter.CallerOf(http), command!));
            return answer is Answer.Refused refused ? Problems.Refused(refused) : TypedResults.Ok(new { version = answer.Version });
        }
        catch (Exception fault)
        {
            Unknown(fault, key, operation);
            http.Response.Headers.RetryAfter = "1";
            http.Response.Headers.Location = $"/operations/{key}/{operation}";
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, GatewayCode.OutcomeUnknown, "It is not known whether the operation was done. Repeat it with the same Idempotency-Key.");
        }
    }

    public static async Task<(T? Body, IResult? Problem)> ReadAsync<T>(HttpContext http)
    {
        try
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            var bytes = body.Length == 0 ? "{}"u8 : body.GetBuffer().AsSpan(0, (int)body.Length);
            return (CanonicalJson.Read<T>(bytes), null);
        }
        catch (JsonException wrong)
        {
            return (default, Problems.BodyInvalid(wrong.Message));
        }
        catch (BadHttpRequestException wrong)
        {
            return (default, Problems.Of(wrong.StatusCode, GatewayCode.BodyInvalid, wrong.Message));
        }
    }

    private static bool IsOperationId(string id) =>
        id.Length is > 0 and <= LongestOperationId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    [LoggerMessage(1, LogLevel.Error, "The outcome of operation {Operation} on {Key} is unknown")]
    private partial void Unknown(Exception fault, string key, string operation);
}
