using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

/// <summary>One year over all clusters.</summary>
internal static class NationalEndpoints
{
    public static void MapNational(this IEndpointRouteBuilder api)
    {
        var national = api.MapGroup("/national/years/{year}");
        national.MapGet("/clusters", (HttpContext http, INationalViews views, ICalendar calendar, string year) =>
            OfYearAsync(year, async number => await views.ClustersOfAsync(number, await calendar.TodayAsync(http.RequestAborted), http.RequestAborted)));
        national.MapGet("/scores", (HttpContext http, INationalViews views, string year) =>
            OfYearAsync(year, number => views.ScoresOfAsync(number, http.RequestAborted)));
        national.MapGet("/awards", (HttpContext http, INationalViews views, string year) =>
            OfYearAsync(year, number => views.AwardsOfAsync(number, http.RequestAborted)));
        national.MapGet("/officers", (HttpContext http, INationalViews views, string year) =>
            OfYearAsync(year, number => views.OfficersOfAsync(number, http.RequestAborted)));
    }

    private static async Task<IResult> OfYearAsync<T>(string text, Func<int, Task<T>> read) =>
        Paging.Number(text) is >= Years.First and <= Years.Last and var year
            ? Reading.Json(await read((int)year))
            : Problems.Of(StatusCodes.Status400BadRequest, RefusalCode.YearInvalid, $"A campaign year is {Years.First} to {Years.Last}.");
}
