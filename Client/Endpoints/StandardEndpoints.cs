using ClusterActors.Standards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

/// <summary>The national standards for political schools, how schools are assessed by them, and who is recognised.</summary>
internal static class StandardEndpoints
{
    public static void MapStandards(this IEndpointRouteBuilder api)
    {
        api.MapGet("/standards", (HttpContext http, IViews views) => Reading.ListAsync(http, views, StandardKey.Kind));
        api.MapGet("/national/standard-schools", RecognisedAsync);

        var standard = api.MapGroup("/standards/{standard}").AddEndpointFilter<CodesFilter>();
        standard.MapGet("", (HttpContext http, IViews views, string standard) => Reading.OneAsync(http, views, new StandardKey(standard).ToString()));
        standard.MapPost("", Tell<StandardCommand.IssueStandard>);
        standard.MapPost("/assessments", Tell<StandardCommand.OpenAssessment>);

        var assessment = api.MapGroup("/schools/{school}/standards/{standard}/{year:int}").AddEndpointFilter<CodesFilter>();
        assessment.MapGet("", (HttpContext http, IViews views, string school, string standard, int year) =>
            Reading.OneAsync(http, views, new AssessmentKey(school, standard, year).ToString()));
        assessment.MapPost("/values", Assess<AssessmentCommand.StateValues>);
        assessment.MapPost("/verifications", Assess<AssessmentCommand.VerifyValues>);
        assessment.MapPost("/dossier", Assess<AssessmentCommand.FileDossier>);
        assessment.MapPost("/recognition", Assess<AssessmentCommand.Recognise>);
        assessment.MapPost("/refusals", Assess<AssessmentCommand.RefuseDossier>);
        assessment.MapPost("/withdrawals", Assess<AssessmentCommand.WithdrawRecognition>);
        assessment.MapPost("/progress", Assess<AssessmentCommand.ReportProgress>);
    }

    private static async Task<IResult> RecognisedAsync(HttpContext http, IViews views)
    {
        var rows = await views.ListAsync(AssessmentKey.Kind, http.RequestAborted);
        return Reading.Json(rows
            .Where(row => row.Phase == nameof(AssessmentStage.Recognised))
            .Select(row => CanonicalJson.Read<AssessmentView>(row.Document))
            .Select(a => new RecognisedSchool(a.School, a.Code, a.FirstYear, a.LastYear, a.Recognised!.Value, a.Decisions[^1].Decision, a.Merger is not null))
            .ToEquatableList());
    }

    private static Task<IResult> Tell<TCase>(HttpContext http, Desk desk, string standard)
        where TCase : StandardCommand =>
        desk.TellAsync<IStandardGrain, StandardCommand, TCase>(http, new StandardKey(standard).ToString());

    private static Task<IResult> Assess<TCase>(HttpContext http, Desk desk, string school, string standard, int year)
        where TCase : AssessmentCommand =>
        desk.TellAsync<IAssessmentGrain, AssessmentCommand, TCase>(http, new AssessmentKey(school, standard, year).ToString());
}
