using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using OpenTelemetry;

namespace ClusterActors.Silo.Telemetry;

/// <summary>
/// What a request's span says: method, route and status, by OpenTelemetry's conventions. Its path, query, headers and peer stay out, as they
/// may name a person.
/// </summary>
internal sealed class HttpSpans : BaseProcessor<Activity>
{
    public const string Source = "Microsoft.AspNetCore";

    private const string Method = "http.request.method";
    private const string Route = "http.route";
    private const string Status = "http.response.status_code";
    private static readonly HashSet<string> Known = [Method, Route, Status, Attributes.Error];

    public static void Use(WebApplication app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        finally
        {
            if (http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
                Name(span, http);
        }
    });

    public override void OnEnd(Activity data)
    {
        // What a caller sent along is handed down to every span of its request. A span without a state of its own shows that of its
        // parent, which may not have ended yet: so it has one, and that is empty.
        data.TraceStateString = "";
        if (data.Source.Name != Source)
            return;
        foreach (var (name, _) in data.TagObjects.Where(tag => !Known.Contains(tag.Key)).ToList())
            data.SetTag(name, null);
    }

    private static void Name(Activity span, HttpContext http)
    {
        var method = HttpMethods.GetCanonicalizedValue(http.Request.Method);
        var known = HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsDelete(method) || HttpMethods.IsHead(method) ? method : "_OTHER";
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? known : $"{known} {route}";
        span.SetTag(Method, known).SetTag(Route, route).SetTag(Status, http.Response.StatusCode);
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            span.SetTag(Attributes.Error, http.Response.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture)).SetStatus(ActivityStatusCode.Error);
    }
}
