using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace ClusterActors.Gateway;

/// <summary>
/// How much a gateway takes on: so many requests at once, so many more that wait for their turn, and those beyond are answered 503
/// at once, before anything was begun: a queue that only grows serves nobody.
/// </summary>
internal sealed class Shedding(int atOnce, int waiting) : IDisposable
{
    private readonly ConcurrencyLimiter limiter = new(new() { PermitLimit = atOnce, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        using var place = await limiter.AcquireAsync(1, http.RequestAborted);
        if (place.IsAcquired)
        {
            await next(http);
            return;
        }

        http.Response.Headers.RetryAfter = "1";
        await Problems.Of(StatusCodes.Status503ServiceUnavailable, GatewayCode.Overloaded, "The gateway has as much to do as it takes on. Nothing was begun; repeat it.").ExecuteAsync(http);
    }

    public void Dispose() => limiter.Dispose();
}
