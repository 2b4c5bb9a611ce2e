using ClusterActors.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

/// <summary>The documents that a cluster adopts for a year; the year itself shows which there are.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        var document = api.MapGroup("/clusters/{cluster}/years/{year:int}/documents/{document}").AddEndpointFilter<CodesFilter>();
        document.MapGet("", (HttpContext http, IViews views, string cluster, int year, string document) =>
            Reading.OneAsync(http, views, new DocumentKey(cluster, year, document).ToString()));
        document.MapPost("/drafts", Tell<DocumentCommand.ProposeDraft>);
        document.MapPost("/answers", Tell<DocumentCommand.AnswerDraft>);
    }

    private static Task<IResult> Tell<TCase>(HttpContext http, Desk desk, string cluster, int year, string document)
        where TCase : DocumentCommand =>
        desk.TellAsync<IDocumentGrain, DocumentCommand, TCase>(http, new DocumentKey(cluster, year, document).ToString());
}
