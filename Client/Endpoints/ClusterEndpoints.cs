using ClusterActors.Clusters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

internal static class ClusterEndpoints
{
    public static void MapClusters(this IEndpointRouteBuilder api)
    {
        api.MapGet("/clusters", (HttpContext http, IViews views) => Reading.ListAsync(http, views, ClusterKey.Kind));
        var cluster = api.MapGroup("/clusters/{cluster}").AddEndpointFilter<CodesFilter>();
        cluster.MapGet("", (HttpContext http, IViews views, string cluster) => Reading.OneAsync(http, views, new ClusterKey(cluster).ToString()));
        cluster.MapPost("/officers", Tell<ClusterCommand.AppointOfficers>);
        cluster.MapPost("/officers/overrides", Tell<ClusterCommand.OverrideOfficers>);
        cluster.MapPost("/years", Tell<ClusterCommand.OpenYear>);
        cluster.MapPost("/handover/inventory", Tell<ClusterCommand.ListInventory>);
        cluster.MapPost("/handover/signatures", Tell<ClusterCommand.SignHandover>);
    }

    private static Task<IResult> Tell<TCase>(HttpContext http, Desk desk, string cluster)
        where TCase : ClusterCommand =>
        desk.TellAsync<IClusterGrain, ClusterCommand, TCase>(http, new ClusterKey(cluster).ToString());
}
