using ClusterActors.Campaigns;
using ClusterActors.Statistics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

/// <summary>How far the schools have come with what their pact plans, put together from the pact and their reports.</summary>
internal static class TargetEndpoints
{
    public static void MapTargets(this IEndpointRouteBuilder api) =>
        api.MapGroup("/clusters/{cluster}/years/{year:int}/targets").AddEndpointFilter<CodesFilter>().MapGet("", ProgressAsync);

    private static async Task<IResult> ProgressAsync(HttpContext http, IViews views, string cluster, int year)
    {
        if (await views.FindAsync(new CampaignKey(cluster, year).ToString(), http.RequestAborted) is not { } row)
            return Problems.NotFound($"Cluster '{cluster}' has not opened {year}.");
        var view = CanonicalJson.Read<CampaignView>(row.Document);
        var reports = new List<StatisticsView>();
        foreach (var school in view.Targets.SelectMany(t => t.Measure?.Planned ?? []).Select(p => p.School).Concat((view.Departed ?? []).Select(d => d.School)).Distinct())
        {
            if (await views.FindAsync(new StatisticsKey(school, year).ToString(), http.RequestAborted) is { } report)
                reports.Add(CanonicalJson.Read<StatisticsView>(report.Document));
        }

        return Reading.Json(TargetProgress.Of(view.Targets, reports, view.Departed));
    }
}
