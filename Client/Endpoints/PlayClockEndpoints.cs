using ClusterActors.PlayClocks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

internal static class PlayClockEndpoints
{
    public static void MapPlayClock(this IEndpointRouteBuilder api)
    {
        var key = PlayClockKey.Only.ToString();
        api.MapGet("/play/clock", (HttpContext http, IViews views) => Reading.OneAsync(http, views, key));
        api.MapPost("/play/clock", (HttpContext http, Desk desk) => desk.TellAsync<IPlayClockGrain, PlayClockCommand, PlayClockCommand.MoveClock>(http, key));
    }
}
