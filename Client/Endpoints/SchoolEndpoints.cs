using ClusterActors.Schools;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

internal static class SchoolEndpoints
{
    public static void MapSchools(this IEndpointRouteBuilder api)
    {
        api.MapGet("/schools", (HttpContext http, IViews views) => Reading.ListAsync(http, views, SchoolKey.Kind));
        var school = api.MapGroup("/schools/{school}").AddEndpointFilter<CodesFilter>();
        school.MapGet("", (HttpContext http, IViews views, string school) => Reading.OneAsync(http, views, new SchoolKey(school).ToString()));
        school.MapPost("/people", Tell<SchoolCommand.Appoint>);
    }

    private static Task<IResult> Tell<TCase>(HttpContext http, Desk desk, string school)
        where TCase : SchoolCommand =>
        desk.TellAsync<ISchoolGrain, SchoolCommand, TCase>(http, new SchoolKey(school).ToString());
}
