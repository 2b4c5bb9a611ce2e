using ClusterActors.Inspections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

internal static class InspectionEndpoints
{
    public static void MapInspections(this IEndpointRouteBuilder api)
    {
        var inspection = api.MapGroup("/clusters/{cluster}/years/{year:int}/inspections/{school}").AddEndpointFilter<CodesFilter>();
        inspection.MapGet("", (HttpContext http, IViews views, string cluster, int year, string school) =>
            Reading.OneAsync(http, views, new InspectionKey(cluster, year, school).ToString()));
        inspection.MapPost("/findings", Tell<InspectionCommand.RecordFindings>);
        inspection.MapPost("/acknowledgement", Tell<InspectionCommand.AcknowledgeFindings>);
        inspection.MapPost("/explanation", Tell<InspectionCommand.ExplainFindings>);
        inspection.MapPost("/silence", Tell<InspectionCommand.NoteSilence>);
        inspection.MapPost("/second-review", Tell<InspectionCommand.ConcludeReview>);
    }

    private static Task<IResult> Tell<TCase>(HttpContext http, Desk desk, string cluster, int year, string school)
        where TCase : InspectionCommand =>
        desk.TellAsync<IInspectionGrain, InspectionCommand, TCase>(http, new InspectionKey(cluster, year, school).ToString());
}
