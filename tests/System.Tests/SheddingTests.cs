using System.Text.Json.Nodes;
using ClusterActors.Gateway;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterActors.Tests;

/// <summary>What a gateway answers when more is asked than it takes on.</summary>
public sealed class SheddingTests : IDisposable
{
    private readonly Shedding shedding = new(atOnce: 1, waiting: 1);
    private readonly TaskCompletionSource working = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider();

    public void Dispose()
    {
        shedding.Dispose();
        services.Dispose();
    }

    [Fact]
    public async Task one_is_worked_on_one_waits_and_a_third_is_answered_503_at_once()
    {
        var (first, second, third) = (Request(), Request(), Request());
        var served = shedding.InvokeAsync(first, ServeAsync);
        var waiting = shedding.InvokeAsync(second, ServeAsync);
        await shedding.InvokeAsync(third, ServeAsync);

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, third.Response.StatusCode);
        Assert.Equal("1", third.Response.Headers.RetryAfter);
        third.Response.Body.Position = 0;
        Assert.Equal("overloaded", (string?)(await JsonNode.ParseAsync(third.Response.Body))!["code"]);
        Assert.False(served.IsCompleted || waiting.IsCompleted);

        working.SetResult();
        await Task.WhenAll(served, waiting);
        Assert.Equal((StatusCodes.Status204NoContent, StatusCodes.Status204NoContent), (first.Response.StatusCode, second.Response.StatusCode));
    }

    private async Task ServeAsync(HttpContext http)
    {
        await working.Task;
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private DefaultHttpContext Request() => new() { RequestServices = services, Response = { Body = new MemoryStream() } };
}
