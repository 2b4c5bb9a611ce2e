using ClusterActors.Councils;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

/// <summary>One year of the Academy's council.</summary>
internal static class CouncilEndpoints
{
    public static void MapCouncils(this IEndpointRouteBuilder api)
    {
        var council = api.MapGroup("/national/years/{year:int}/council").AddEndpointFilter<CodesFilter>();
        council.MapGet("", (HttpContext http, IViews views, int year) => Reading.OneAsync(http, views, new CouncilKey(year).ToString())).AddEndpointFilter<OfficialFilter>();
        council.MapPost("/dossiers", Tell<CouncilCommand.RecordDossier>);
        council.MapPost("/appraisals", Tell<CouncilCommand.Appraise>);
        council.MapPost("/sessions", Tell<CouncilCommand.HoldSession>);
        council.MapPost("/votes", Tell<CouncilCommand.RecordVote>);
        council.MapPost("/government-flags/votes", Tell<CouncilCommand.RecordGovernmentVote>);
        council.MapPost("/government-flags/proposals", Tell<CouncilCommand.ProposeToGovernment>);
        council.MapPost("/government-flags/decisions", Tell<CouncilCommand.RecordGovernmentDecision>);
    }

    private static Task<IResult> Tell<TCase>(HttpContext http, Desk desk, int year)
        where TCase : CouncilCommand =>
        desk.TellAsync<ICouncilGrain, CouncilCommand, TCase>(http, new CouncilKey(year).ToString());
}
