using ClusterActors.Schools;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

internal static class SchoolEndpoints
{
    public static void MapSchools(this IEndpointRouteBuilder api)
    {
        api.MapGet("/schools", ListAsync);
        var school = api.MapGroup("/schools/{school}").AddEndpointFilter<CodesFilter>();
        school.MapGet("", (HttpContext http, IViews views, string school) => Reading.OneAsync(http, views, new SchoolKey(school).ToString()));
        school.MapGet("/history", HistoryAsync);
        school.MapGet("/journal", JournalAsync);
        school.MapPost("/people", Tell<SchoolCommand.Appoint>);
        school.MapPost("/people/dismissals", Tell<SchoolCommand.Dismiss>);
        school.MapPost("/people/substitutes", Tell<SchoolCommand.AuthoriseSubstitute>);
        school.MapPost("/people/substitutes/withdrawals", Tell<SchoolCommand.WithdrawSubstitute>);
    }

    /// <summary>All of them, or a page where one is asked for.</summary>
    private static async Task<IResult> ListAsync(
        HttpContext http, IViews views, INationalViews national, string? search, string? after, string? limit)
    {
        if (search is null && after is null && limit is null)
            return await Reading.ListAsync(http, views, SchoolKey.Kind);
        var (size, problem) = Paging.Limit(limit);
        return problem
            ?? Paging.After(after)
            ?? Paging.Search(search)
            ?? Reading.Json(await national.SearchSchoolsAsync((search ?? "").Trim(), after, size, http.RequestAborted));
    }

    private static async Task<IResult> HistoryAsync(HttpContext http, INationalViews national, string school) =>
        await national.HistoryOfAsync(school, http.RequestAborted) is { } history ? Reading.Json(history) : NotFound(school);

    private static async Task<IResult> JournalAsync(HttpContext http, IViews views, IJournalViewer journal, string school, string? before, string? limit)
    {
        var (size, tooMany) = Paging.Limit(limit);
        var (position, nowhere) = Paging.Before(before);
        if ((tooMany ?? nowhere) is { } problem)
            return problem;
        return await views.FindAsync(new SchoolKey(school).ToString(), http.RequestAborted) is not null
            ? Reading.Json(await journal.OfSchoolAsync(school, position, size, http.RequestAborted))
            : NotFound(school);
    }

    private static IResult NotFound(string school) => Problems.NotFound($"No school is registered as '{school}'.");

    private static Task<IResult> Tell<TCase>(HttpContext http, Desk desk, string school)
        where TCase : SchoolCommand =>
        desk.TellAsync<ISchoolGrain, SchoolCommand, TCase>(http, new SchoolKey(school).ToString());
}
