using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

public sealed class ApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Academy = "/academy";

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer nobody's")]
    [InlineData("Basic Zmlyc3Q6b2ZmaWNpYWw=")]
    public async Task without_a_valid_key_nothing_is_shown_and_nothing_is_done(string? authorization)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var request = new HttpRequestMessage(method, method == HttpMethod.Get ? Academy : "/academy/schools");
            request.Headers.Add("Idempotency-Key", "x");
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            var (status, problem) = await server.SendAsync(request);
            Assert.Equal((HttpStatusCode.Unauthorized, "key_invalid"), (status, (string?)problem?["code"]));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("has space")]
    [InlineData("outbox:academy:vn/2.0")]
    [InlineData("a/b")]
    public async Task a_write_needs_an_operation_id_of_the_right_form(string? operation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/academy/schools") { Content = new StringContent("{}") };
        server.Sign(request, null);
        if (operation is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", operation);
        var (status, problem) = await server.SendAsync(request);
        Assert.Equal((HttpStatusCode.BadRequest, "operation_id_invalid"), (status, (string?)problem?["code"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"school":"x"}""")]
    [InlineData("""{"school":"x","name":null,"province":"p"}""")]
    [InlineData("""{"school":"x","name":"n","province":"p","extra":1}""")]
    [InlineData("""{"school":"x","school":"x","name":"n","province":"p"}""")]
    [InlineData("""{"school":7,"name":"n","province":"p"}""")]
    public async Task a_body_that_is_not_the_command_is_refused(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/academy/schools") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        server.Sign(request, null);
        var (status, problem) = await server.SendAsync(request);
        Assert.Equal((HttpStatusCode.BadRequest, "body_invalid"), (status, (string?)problem?["code"]));
    }

    [Fact]
    public async Task a_body_beyond_a_megabyte_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/academy/schools") { Content = new StringContent(new string(' ', (1 << 20) + 1)) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        server.Sign(request, null);
        var (status, problem) = await server.SendAsync(request);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "body_invalid"), (status, (string?)problem?["code"]));
    }

    [Fact]
    public async Task what_is_wrong_is_said_in_the_language_that_is_asked_for()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/schools/atlantis");
        request.Headers.AcceptLanguage.ParseAdd("en;q=0.5, vi");
        server.Sign(request, null);
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(("vi", "Accept-Language"), (Assert.Single(response.Content.Headers.ContentLanguage), Assert.Single(response.Headers.Vary)));
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.StartsWith("Không tìm thấy", (string?)problem["title"], StringComparison.Ordinal);
        Assert.Equal(("not_found", "urn:clusteractors:not_found"), ((string?)problem["code"], (string?)problem["type"]));
    }

    [Fact]
    public Task a_text_with_NUL_is_refused() => server.RefusedAsync(
        HttpStatusCode.UnprocessableEntity, "text_invalid", null, "/academy/schools", new { school = "nul", name = "a\0b", province = "p" }, Academy);

    [Fact]
    public Task a_text_in_decomposed_form_is_refused() => server.RefusedAsync(
        HttpStatusCode.UnprocessableEntity, "text_not_normalised", null, "/academy/schools",
        new { school = "nfd", name = "Trường".Normalize(NormalizationForm.FormD), province = "p" }, Academy);

    [Fact]
    public Task a_school_may_not_decide_for_the_Academy() => server.RefusedAsync(
        HttpStatusCode.Forbidden, "forbidden", "dong-nai", "/academy/schools", new { school = "mine", name = "n", province = "p" }, Academy);

    [Fact]
    public Task a_school_in_two_clusters_is_refused() => server.RefusedAsync(
        HttpStatusCode.Conflict, "school_in_two_clusters", null, "/academy/clusters",
        new { cluster = "u", name = "u", members = new[] { "ca-mau", "dong-nai" } }, Academy);

    [Fact]
    public Task a_cluster_of_unknown_schools_is_refused() => server.RefusedAsync(
        HttpStatusCode.UnprocessableEntity, "school_unknown", null, "/academy/clusters",
        new { cluster = "u", name = "u", members = new[] { "ca-mau", "atlantis" } }, Academy);

    [Fact]
    public Task a_year_of_a_cluster_without_a_head_is_refused() => server.RefusedAsync(
        HttpStatusCode.Conflict, "cluster_without_head", null, "/clusters/t/years", new { year = 2026 }, "/clusters/t");

    [Fact]
    public async Task what_is_not_there_is_not_found()
    {
        foreach (var path in new[] { "/schools/atlantis", "/clusters/t/years/2031", "/clusters/T", "/clusters/t/years/31", "/nowhere", "/operations/cluster:t/none", "/play/clock" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            server.Sign(request, null);
            var (status, problem) = await server.SendAsync(request);
            Assert.Equal((path, HttpStatusCode.NotFound, "not_found"), (path, status, (string?)problem?["code"]));
        }
    }

    [Fact]
    public async Task the_academy_shows_a_school_as_soon_as_it_is_registered()
    {
        await server.AcceptedAsync(null, "/academy/schools", new { school = "newest", name = "n", province = "p" });

        var academy = await server.ReadWhenAsync("/academy", _ => true);

        Assert.Equal([.. ApiServer.Members, ApiServer.Outsider], Texts("schools").Take(6));
        Assert.Contains("newest", Texts("schools"));
        Assert.Equal(["t"], Texts("clusters"));
        Assert.Single(Texts("officials"), official => official.StartsWith("first-official-", StringComparison.Ordinal));

        IEnumerable<string> Texts(string member) => academy[member]!.AsArray().Select(text => (string)text!);
    }

    [Fact]
    public async Task a_repeated_operation_gives_the_same_answer_and_other_content_or_another_actor_is_refused()
    {
        var body = new { school = "once", name = "n", province = "p" };
        var first = await server.TellAsync(null, "/academy/schools", body, "operation-1");
        var again = await server.TellAsync(null, "/academy/schools", body, "operation-1");
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(first.Body!.ToJsonString(), again.Body!.ToJsonString());

        var other = await server.TellAsync(null, "/academy/schools", body with { name = "other" }, "operation-1");
        Assert.Equal((HttpStatusCode.Conflict, "operation_id_reused"), (other.Status, (string?)other.Body!["code"]));
        var stranger = await server.TellAsync("dong-nai", "/academy/schools", body, "operation-1");
        Assert.Equal((HttpStatusCode.Conflict, "operation_id_reused"), (stranger.Status, (string?)stranger.Body!["code"]));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/operations/academy:vn/operation-1");
        server.Sign(request, null);
        var (status, answer) = await server.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, "accepted", (long?)first.Body["version"]), (status, (string?)answer!["type"], (long?)answer["version"]));
    }

    [Fact]
    public async Task a_refusal_is_repeated_too_even_when_it_would_be_accepted_now()
    {
        var appoint = new { person = "p-late", role = "emulation-officer" };
        var early = await server.TellAsync(null, "/schools/late/people", appoint, "operation-2");
        Assert.Equal(HttpStatusCode.NotFound, early.Status);

        await server.AcceptedAsync(null, "/academy/schools", new { school = "late", name = "n", province = "p" });
        await server.ReadWhenAsync("/schools/late", _ => true);
        var again = await server.TellAsync(null, "/schools/late/people", appoint, "operation-2");
        Assert.Equal(early.Body!.ToJsonString(), again.Body!.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, (await server.TellAsync(null, "/schools/late/people", appoint, "operation-3")).Status);
    }

    [Fact]
    public async Task of_many_who_ask_for_the_same_thing_at_once_one_is_accepted()
    {
        var body = new { school = "raced", name = "n", province = "p" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.TellAsync(null, "/academy/schools", body)));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.Equal("already_exists", (string?)a.Body!["code"]));
    }

    [Fact]
    public async Task an_erased_person_can_do_nothing_more_and_does_not_come_back()
    {
        await server.AcceptedAsync(null, "/people", new { person = "p-gone", unit = "academy:vn", keyHash = ApiServer.Hash("key of p-gone"), name = "A name" });
        await server.AcceptedAsync(null, "/academy/officials", new { person = "p-gone" });
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("key of p-gone"));

        using var erase = new HttpRequestMessage(HttpMethod.Delete, "/people/p-gone");
        server.Sign(erase, null);
        Assert.Equal(HttpStatusCode.NoContent, (await server.SendAsync(erase)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("key of p-gone"));
        var back = new { person = "p-gone", unit = "academy:vn", keyHash = ApiServer.Hash("another key") };
        Assert.Equal(HttpStatusCode.Conflict, (await server.TellAsync(null, "/people", back)).Status);

        using var oneself = new HttpRequestMessage(HttpMethod.Delete, $"/people/first-official-{ApiServer.Hash(server.OfficialsKey)[..8]}");
        server.Sign(oneself, null);
        var (status, problem) = await server.SendAsync(oneself);
        Assert.Equal((HttpStatusCode.Conflict, "self_erasure"), (status, (string?)problem!["code"]));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server.OfficialsKey));
    }

    [Theory]
    [InlineData("optionalPhases")]
    [InlineData("tieChain")]
    public async Task a_regulation_with_a_null_is_refused(string where)
    {
        var regulation = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(SiloProcess.DataFiles, "regulations", "2020.json")))!;
        var sourced = where == "tieChain" ? regulation["votes"]![0]!["tieChain"]! : regulation["optionalPhases"]!;
        sourced["value"] = null;
        await server.RefusedAsync(HttpStatusCode.BadRequest, "body_invalid", null, "/academy/regulations", new { regulation }, Academy);
    }

    [Fact]
    public async Task a_name_with_NUL_and_a_unit_that_is_not_there_are_refused()
    {
        var named = new { person = "p-x", unit = "academy:vn", keyHash = ApiServer.Hash("x"), name = "a\0b" };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await server.TellAsync(null, "/people", named)).Status);
        var lost = new { person = "p-x", unit = "school:atlantis", keyHash = ApiServer.Hash("x") };
        Assert.Equal(HttpStatusCode.NotFound, (await server.TellAsync(null, "/people", lost)).Status);
    }

    [Fact]
    public async Task a_key_or_a_person_of_somebody_else_cannot_be_enrolled()
    {
        var taken = new { person = "p-thief", unit = "school:dong-nai", keyHash = ApiServer.Hash(ApiServer.KeyOf("p-dong-nai")) };
        Assert.Equal(HttpStatusCode.Conflict, (await server.TellAsync(null, "/people", taken)).Status);
        var moved = new { person = "p-dong-nai", unit = "academy:vn", keyHash = ApiServer.Hash("new key") };
        Assert.Equal(HttpStatusCode.Conflict, (await server.TellAsync(null, "/people", moved)).Status);
        var bySchool = new { person = "p-new", unit = "school:dong-nai", keyHash = ApiServer.Hash("new key") };
        Assert.Equal(HttpStatusCode.Forbidden, (await server.TellAsync("dong-nai", "/people", bySchool)).Status);
    }

    [Fact]
    public async Task operators_pages_are_for_officials_and_show_checkpoints_and_parked_messages()
    {
        using var bySchool = new HttpRequestMessage(HttpMethod.Get, "/ops/outbox/parked");
        server.Sign(bySchool, "dong-nai");
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync(bySchool)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.TellAsync(null, "/ops/outbox/parked/resume?id=none", new { })).Status);
        Assert.Empty((await server.ReadWhenAsync("/ops/outbox/parked", _ => true)).AsArray());

        var (status, made) = await server.TellAsync(null, "/ops/checkpoints", new { });
        Assert.Equal(HttpStatusCode.OK, status);
        var latest = await server.ReadWhenAsync("/ops/checkpoints/latest", c => (long)c["number"]! >= (long)made!["number"]!);
        Assert.Equal(64, ((string)latest["root"]!).Length);
    }

    private async Task<HttpStatusCode> StatusAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Academy);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await server.Http.SendAsync(request);
        return response.StatusCode;
    }
}
