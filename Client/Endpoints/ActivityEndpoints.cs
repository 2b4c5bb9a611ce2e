using ClusterActors.Activities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

/// <summary>What a cluster does together in a year, and the practices that its schools share.</summary>
internal static class ActivityEndpoints
{
    public static void MapActivities(this IEndpointRouteBuilder api)
    {
        var year = api.MapGroup("/clusters/{cluster}/years/{year:int}").AddEndpointFilter<CodesFilter>();
        year.MapGet("/activities", (HttpContext http, IViews views, string cluster, int year) => Reading.OneAsync(http, views, new ActivitiesKey(cluster, year).ToString()));
        year.MapPost("/activities", Tell<ActivitiesCommand.PlanActivity>);
        year.MapPost("/activities/moves", Tell<ActivitiesCommand.MoveActivity>);
        year.MapPost("/activities/announcements", Tell<ActivitiesCommand.AnnounceParticipation>);
        year.MapPost("/activities/reports", Tell<ActivitiesCommand.ReportActivity>);
        year.MapPost("/activities/cancellations", Tell<ActivitiesCommand.CallOffActivity>);
        year.MapPost("/practices", Tell<ActivitiesCommand.SharePractice>);
        year.MapPost("/practices/answers", Tell<ActivitiesCommand.AnswerPractice>);
    }

    private static Task<IResult> Tell<TCase>(HttpContext http, Desk desk, string cluster, int year)
        where TCase : ActivitiesCommand =>
        desk.TellAsync<IActivitiesGrain, ActivitiesCommand, TCase>(http, new ActivitiesKey(cluster, year).ToString());
}
