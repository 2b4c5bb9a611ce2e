using ClusterActors.Academy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

internal static class AcademyEndpoints
{
    public static void MapAcademy(this IEndpointRouteBuilder api)
    {
        var academy = api.MapGroup("/academy");
        academy.MapGet("", (HttpContext http, IViews views) => Reading.OneAsync(http, views, AcademyKey.National.ToString()));
        academy.MapPost("/officials", Tell<AcademyCommand.AppointOfficial>);
        academy.MapPost("/schools", Tell<AcademyCommand.RegisterSchool>);
        academy.MapPost("/schools/corrections", Tell<AcademyCommand.CorrectSchool>);
        academy.MapPost("/clusters", Tell<AcademyCommand.FormCluster>);
        academy.MapPost("/regulations", Tell<AcademyCommand.IssueRegulation>);
        academy.MapPost("/guidance", Tell<AcademyCommand.IssueGuidance>);
    }

    private static Task<IResult> Tell<TCase>(HttpContext http, Desk desk)
        where TCase : AcademyCommand =>
        desk.TellAsync<IAcademyGrain, AcademyCommand, TCase>(http, AcademyKey.National.ToString());
}
