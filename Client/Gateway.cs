using ClusterActors.Gateway.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterActors.Gateway;

/// <summary>
/// The public HTTP API. It needs an <see cref="IGrainFactory"/>, <see cref="IViews"/>, <see cref="INationalViews"/>,
/// <see cref="IJournalViewer"/>, <see cref="IPeople"/> and <see cref="ICalendar"/>, wherever they come from.
/// </summary>
public static class Gateway
{
    /// <summary>Larger than any regulation; everything that is sent is smaller.</summary>
    private const long LargestBody = 1 << 20;

    private static readonly string[] Exempt = ["/health", "/ops", "/metrics"];

    /// <param name="atOnce">How many requests are worked on at once; as many wait for their turn, and more are answered 503 at once.</param>
    public static IServiceCollection AddGateway(this IServiceCollection services, int atOnce) => services
        .AddSingleton(new Shedding(atOnce, atOnce))
        .AddSingleton<Callers>()
        .AddSingleton<InboxReader>()
        .AddSingleton<Desk>();

    /// <param name="played">A played folder: maps the address that moves its clock.</param>
    public static void MapGateway(this WebApplication app, bool played = false)
    {
        app.Use(LimitBody);
        // Whoever looks after the gateway comes through when nobody else does.
        app.UseWhen(
            http => !Exempt.Any(path => http.Request.Path.StartsWithSegments(path)),
            branch => branch.Use(next => http => app.Services.GetRequiredService<Shedding>().InvokeAsync(http, next)));
        var api = app.MapGroup("").AddEndpointFilter<AuthenticationFilter>();
        api.MapAcademy();
        api.MapPeople();
        api.MapSchools();
        api.MapClusters();
        api.MapCampaigns();
        api.MapDocuments();
        api.MapActivities();
        api.MapTargets();
        api.MapInspections();
        api.MapElections();
        api.MapCouncils();
        api.MapNational();
        api.MapStatistics();
        api.MapStandards();
        api.MapInboxes();
        api.MapOperations();
        if (played)
            api.MapPlayClock();
        app.MapFallback("{*path}", () => Problems.NotFound("There is nothing at this address."));
    }

    /// <summary>A group of addresses for officials alone; others are answered 401 or 403.</summary>
    public static RouteGroupBuilder MapOfficials(this WebApplication app, string prefix) =>
        app.MapGroup(prefix).AddEndpointFilter<AuthenticationFilter>().AddEndpointFilter<OfficialFilter>();

    /// <summary>A group of pages for officials in a browser; what they post bears the token of <see cref="FormTokenOf"/> as <c>token</c>.</summary>
    public static RouteGroupBuilder MapOfficialsPages(this WebApplication app, string prefix) =>
        app.MapGroup(prefix).AddEndpointFilter<BrowserFilter>();

    /// <summary>What a form of this page has to bring along, so that it is known for the page's own.</summary>
    public static string FormTokenOf(HttpContext http) => BrowserFilter.TokenOf(http);

    private static Task LimitBody(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
        return next(http);
    }
}
