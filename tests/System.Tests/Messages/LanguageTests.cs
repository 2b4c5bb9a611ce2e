using System.Text.Json.Nodes;
using ClusterActors.Gateway;
using ClusterActors.Gateway.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterActors.Tests.Messages;

public sealed class LanguageTests
{
    [Theory]
    [InlineData(null, "en")]
    [InlineData("", "en")]
    [InlineData("vi", "vi")]
    [InlineData("VI-vn", "vi")]
    [InlineData("en", "en")]
    [InlineData("en;q=0.5, vi", "vi")]
    [InlineData("vi;q=0.5, en", "en")]
    [InlineData("fr, vi;q=0.3, en;q=0.2", "vi")]
    [InlineData("vi, en", "vi")]
    [InlineData("en, vi", "en")]
    [InlineData("fr", "en")]
    [InlineData("via", "en")]
    [InlineData("*", "en")]
    [InlineData("vi;q=0.5, *", "en")]
    [InlineData("en;q=0.5, *", "vi")]
    [InlineData("en;q=0, *", "vi")]
    [InlineData("vi;q=0", "en")]
    [InlineData("vi;q=0, en;q=0", "en")]
    [InlineData(";;q=,vi q 1,\t=", "en")]
    [InlineData("vi;q=2", "en")]
    public void the_language_is_the_one_that_the_request_puts_first(string? header, string language)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = header;
        Assert.Equal(language, Language.WantedBy(http.Request));
    }

    [Theory]
    [InlineData(null, "en", "The deadline has passed")]
    [InlineData("vi-VN,vi;q=0.9,en;q=0.8", "vi", "Đã quá thời hạn")]
    public async Task a_refusal_has_its_title_in_that_language_and_all_else_as_ever(string? header, string language, string beginning)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services, Response = { Body = new MemoryStream() } };
        http.Request.Headers.AcceptLanguage = header;
        var refused = new Answer.Refused { Version = 7, Code = RefusalCode.DeadlinePassed, Detail = "The deadline was the end of 2020-03-31." };
        await Problems.Refused(refused).ExecuteAsync(http);

        Assert.Equal((language, "Accept-Language"), ((string?)http.Response.Headers.ContentLanguage, (string?)http.Response.Headers.Vary));
        http.Response.Body.Position = 0;
        var problem = (await JsonNode.ParseAsync(http.Response.Body))!;
        Assert.StartsWith(beginning, (string?)problem["title"], StringComparison.Ordinal);
        Assert.Equal(
            ("urn:clusteractors:deadline_passed", 409, refused.Detail, "deadline_passed", 7),
            ((string?)problem["type"], (int?)problem["status"], (string?)problem["detail"], (string?)problem["code"], (long?)problem["version"]));
    }
}
