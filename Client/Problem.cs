using ClusterActors.Gateway.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ClusterActors.Gateway;

/// <summary>A refusal or fault whose title is in the language that the request asks for.</summary>
internal sealed class Problem(int status, string code, string detail, long? version) : IResult
{
    public Task ExecuteAsync(HttpContext http)
    {
        var language = Language.WantedBy(http.Request);
        http.Response.Headers.ContentLanguage = language;
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return TypedResults.Problem(
            detail,
            statusCode: status,
            title: Titles.Of(code, language),
            type: $"urn:clusteractors:{code}",
            extensions: version is null ? [new("code", code)] : [new("code", code), new("version", version)])
            .ExecuteAsync(http);
    }
}
