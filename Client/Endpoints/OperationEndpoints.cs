using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

/// <summary>What became of an operation whose answer was lost.</summary>
internal static class OperationEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder api) =>
        api.MapGet("/operations/{stream}/{operation}", async (HttpContext http, IViews views, string stream, string operation) =>
            await views.FindAnswerAsync(stream, operation, http.RequestAborted) is { } answer
                ? TypedResults.Bytes(answer, "application/json; charset=utf-8")
                : Problems.NotFound("No such operation has been answered; it may be repeated."));
}
