using ClusterActors.Academy;
using ClusterActors.Statistics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

/// <summary>A school's figures of a year; totals of clusters and of the nation, compared and over five years.</summary>
internal static class StatisticsEndpoints
{
    public static void MapStatistics(this IEndpointRouteBuilder api)
    {
        var school = api.MapGroup("/schools/{school}/statistics/{year:int}").AddEndpointFilter<CodesFilter>();
        school.MapGet("", (HttpContext http, IViews views, string school, int year) => Reading.OneAsync(http, views, new StatisticsKey(school, year).ToString()));
        school.MapPost("/reports", Tell<StatisticsCommand.SubmitReport>);
        school.MapPost("/reports/corrections", Tell<StatisticsCommand.CorrectReport>);
        school.MapPost("/reports/frozen-corrections", Tell<StatisticsCommand.CorrectFrozenReport>);

        var nation = api.MapGroup("/national/years/{year:int}/statistics").AddEndpointFilter<CodesFilter>();
        nation.MapGet("/indicators", async (HttpContext http, INationalViews views, int year) => Reading.Json(await views.IndicatorsOfAsync(year, http.RequestAborted)));
        nation.MapGet("", (HttpContext http, INationalViews views, int year, string? period) => NationAsync(http, views, year, period));
        nation.MapGet("/comparison", (HttpContext http, INationalViews views, int year, string? with, string? period) => CompareAsync(http, views, null, year, with, period));
        nation.MapGet("/five-years", (HttpContext http, INationalViews views, int year) => ReviewAsync(http, views, null, year));

        var cluster = api.MapGroup("/clusters/{cluster}/years/{year:int}/statistics").AddEndpointFilter<CodesFilter>();
        cluster.MapGet("", ClusterAsync);
        cluster.MapGet("/comparison", CompareAsync);
        cluster.MapGet("/five-years", ReviewAsync);
    }

    private static async Task<IResult> NationAsync(HttpContext http, INationalViews views, int year, string? period)
    {
        if (!TryPeriod(period, out var asked))
            return PeriodInvalid;
        var (reports, catalogue) = await ReadAsync(http, views, year, year, asked);
        return Reading.Json(ReportFold.National(year, asked, reports, catalogue, await views.SuccessionsAsync(http.RequestAborted)));
    }

    private static async Task<IResult> ClusterAsync(HttpContext http, INationalViews views, string cluster, int year, string? period)
    {
        if (!TryPeriod(period, out var asked))
            return PeriodInvalid;
        var (reports, catalogue) = await ReadAsync(http, views, year, year, asked);
        return Unopened(reports, cluster, year) ?? Reading.Json(ReportFold.Totals(year, asked, cluster, reports, catalogue, await views.SuccessionsAsync(http.RequestAborted)));
    }

    private static async Task<IResult> CompareAsync(HttpContext http, INationalViews views, string? cluster, int year, string? with, string? period)
    {
        if (!TryPeriod(period, out var asked))
            return PeriodInvalid;
        if (Paging.Number(with ?? "") is not (>= Years.First and var number) || number >= year)
            return Problems.Of(StatusCodes.Status400BadRequest, RefusalCode.YearInvalid, $"with is an earlier year, {Years.First} at least.");
        var (reports, catalogue) = await ReadAsync(http, views, (int)number, year, asked);
        return Unopened(reports, cluster, year) ?? Reading.Json(ReportFold.Compare(year, (int)number, asked, cluster, reports, catalogue, await views.SuccessionsAsync(http.RequestAborted)));
    }

    private static async Task<IResult> ReviewAsync(HttpContext http, INationalViews views, string? cluster, int year)
    {
        var (reports, catalogue) = await ReadAsync(http, views, year - ReportFold.ReviewedYears + 1, year, ReportPeriod.FullYear);
        return Unopened(reports, cluster, year) ?? Reading.Json(ReportFold.Review(year, cluster, reports, catalogue, await views.SuccessionsAsync(http.RequestAborted)));
    }

    private static async Task<(IReadOnlyList<RollReport> Reports, EquatableList<Indicator> Catalogue)> ReadAsync(
        HttpContext http, INationalViews views, int first, int last, ReportPeriod period) =>
        (await views.ReportsOfAsync(first, last, period, http.RequestAborted), await views.IndicatorsOfAsync(last, http.RequestAborted));

    private static IResult? Unopened(IReadOnlyList<RollReport> reports, string? cluster, int year) =>
        cluster is null || reports.Any(r => r.Year == year && r.Cluster == cluster) ? null : Problems.NotFound($"Cluster '{cluster}' has not opened {year}.");

    private static IResult PeriodInvalid => Problems.Of(StatusCodes.Status400BadRequest, GatewayCode.PeriodInvalid, "period is first-half or full-year.");

    private static bool TryPeriod(string? text, out ReportPeriod period)
    {
        (period, var known) = text switch
        {
            null or "full-year" => (ReportPeriod.FullYear, true),
            "first-half" => (ReportPeriod.FirstHalf, true),
            _ => (default, false),
        };
        return known;
    }

    private static Task<IResult> Tell<TCase>(HttpContext http, Desk desk, string school, int year)
        where TCase : StatisticsCommand =>
        desk.TellAsync<IStatisticsGrain, StatisticsCommand, TCase>(http, new StatisticsKey(school, year).ToString());
}
