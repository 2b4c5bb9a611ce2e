using ClusterActors.Elections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

/// <summary>The year in an address is the one that the elected will serve.</summary>
internal static class ElectionEndpoints
{
    public static void MapElections(this IEndpointRouteBuilder api)
    {
        var election = api.MapGroup("/clusters/{cluster}/elections/{year:int}").AddEndpointFilter<CodesFilter>();
        election.MapGet("", (HttpContext http, IViews views, string cluster, int year) => Reading.OneAsync(http, views, new ElectionKey(cluster, year).ToString()));
        election.MapPost("/rounds", Tell<ElectionCommand.OpenRound>);
        election.MapPost("/counts", Tell<ElectionCommand.RecordCount>);
        election.MapPost("/confirmations", Tell<ElectionCommand.ConfirmCount>);
        election.MapPost("/open-votes", Tell<ElectionCommand.VoteOpenly>);
        election.MapPost("/closings", Tell<ElectionCommand.CloseRound>);
    }

    private static Task<IResult> Tell<TCase>(HttpContext http, Desk desk, string cluster, int year)
        where TCase : ElectionCommand =>
        desk.TellAsync<IElectionGrain, ElectionCommand, TCase>(http, new ElectionKey(cluster, year).ToString());
}
