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
        academy.MapGet("", ShowAsync);
        academy.MapPost("/officials", Tell<AcademyCommand.AppointOfficial>);
        academy.MapPost("/auditors", Tell<AcademyCommand.AppointAuditor>);
        academy.MapPost("/dismissals", Tell<AcademyCommand.Dismiss>);
        academy.MapPost("/schools", Tell<AcademyCommand.RegisterSchool>);
        academy.MapPost("/schools/corrections", Tell<AcademyCommand.CorrectSchool>);
        academy.MapPost("/schools/renamings", Tell<AcademyCommand.RenameSchool>);
        academy.MapPost("/schools/transfers", Tell<AcademyCommand.TransferSchool>);
        academy.MapPost("/schools/mergers", Tell<AcademyCommand.MergeSchools>);
        academy.MapPost("/schools/bars", Tell<AcademyCommand.BarSchool>);
        academy.MapPost("/schools/bars/liftings", Tell<AcademyCommand.LiftBar>);
        academy.MapPost("/clusters", Tell<AcademyCommand.FormCluster>);
        academy.MapPost("/clusters/renamings", Tell<AcademyCommand.RenameCluster>);
        academy.MapPost("/clusters/dissolutions", Tell<AcademyCommand.DissolveCluster>);
        academy.MapPost("/regulations", Tell<AcademyCommand.IssueRegulation>);
        academy.MapGet("/regulations/{year:int}", (HttpContext http, IJournalViewer journal, int year) => Reading.RegulationAsync(http, journal, AcademyKey.National.ToString(), year));
        academy.MapPost("/guidance", Tell<AcademyCommand.IssueGuidance>);
    }

    private static Task<IResult> ShowAsync(HttpContext http, IViews views, IJournalViewer journal) =>
        Reading.OneAsync(http, views, AcademyKey.National.ToString(), async row =>
        {
            var registry = await journal.RegistryAsync(row.Version, http.RequestAborted);
            return CanonicalJson.Write(CanonicalJson.Read<AcademyView>(row.Document) with { Schools = registry.Schools, Clusters = registry.Clusters });
        });

    private static Task<IResult> Tell<TCase>(HttpContext http, Desk desk)
        where TCase : AcademyCommand =>
        desk.TellAsync<IAcademyGrain, AcademyCommand, TCase>(http, AcademyKey.National.ToString());
}
