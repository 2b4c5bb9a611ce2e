using ClusterActors.PlayClocks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

internal static class PlayClockEndpoints
{
    public static void MapPlayClock(this IEndpointRouteBuilder api, IPlayTime playTime)
    {
        var key = PlayClockKey.Only.ToString();
        api.MapGet("/play/clock", (HttpContext http, IViews views) => Reading.OneAsync(http, views, key));
        api.MapPost("/play/clock", async (HttpContext http, Desk desk, IViews views) =>
        {
            var result = await desk.TellAsync<IPlayClockGrain, PlayClockCommand, PlayClockCommand.MoveClock>(http, key);
            if (await views.FindAsync(key, http.RequestAborted) is { } row)
                playTime.MovedTo(CanonicalJson.Read<PlayClockView>(row.Document).Now);
            return result;
        });
    }
}
