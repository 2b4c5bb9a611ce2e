using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace ClusterActors.Tests;

public sealed class PeopleApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task who_has_lost_the_key_comes_back_under_another_id()
    {
        await server.AcceptedAsync(null, "/academy/schools", new { school = "lost-key", name = "n", province = "p" });
        await server.ReadWhenAsync("/schools/lost-key", _ => true);
        foreach (var person in new[] { "p-before", "p-after" })
        {
            await server.AcceptedAsync(null, "/people", new { person, unit = "school:lost-key", keyHash = ApiServer.Hash($"key of {person}") });
            await server.AcceptedAsync(null, "/schools/lost-key/people", new { person, role = "principal" });
        }

        await server.AcceptedAsync(null, "/schools/lost-key/people/dismissals", new { person = "p-before", role = "principal", reason = "Mất khóa" });
        var appoint = new { person = "p-somebody", role = "emulation-officer" };
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync("key of p-before", "/schools/lost-key/people", appoint));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("key of p-after", "/schools/lost-key/people", appoint));
    }

    [Fact]
    public async Task an_auditor_reads_what_officials_read_and_changes_nothing()
    {
        await server.AcceptedAsync(null, "/people", new { person = "p-auditor", unit = "academy:vn", keyHash = ApiServer.Hash("key of p-auditor") });
        await server.AcceptedAsync(null, "/academy/auditors", new { person = "p-auditor" });
        foreach (var address in new[] { "/academy", "/schools", "/ops/outbox/parked", "/ops" })
            Assert.Equal(HttpStatusCode.OK, await StatusAsync("key of p-auditor", address));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync("key of p-auditor", "/ops/checkpoints", new { }));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync("key of p-auditor", "/academy/officials", new { person = "p-another" }));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync("key of p-auditor", "/people", new { person = "p-x", unit = "academy:vn", keyHash = ApiServer.Hash("x") }));

        await server.AcceptedAsync(null, "/academy/dismissals", new { person = "p-auditor", reason = "Đã xong" });
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("key of p-auditor", "/ops/outbox/parked"));
    }

    [Fact]
    public async Task a_substitute_signs_on_the_days_of_the_authorisation_alone()
    {
        const string Away = "binh-duong";
        const string Year = "/clusters/t/years/2026";
        await server.OpenYearAsync(OpenedYear.Regulation(), "dong-nai");
        await server.ProposePactAsync("dong-nai");
        await server.AcceptedAsync(null, "/people", new { person = "p-substitute", unit = $"school:{Away}", keyHash = ApiServer.Hash("key of p-substitute") });
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var signature = new { school = Away, signedOn = "2026-02-20", draft = 1 };
        foreach (var (first, expected) in new[] { (2, HttpStatusCode.Forbidden), (-2, HttpStatusCode.OK) })
        {
            var substitution = new { person = "p-substitute", first = today.AddDays(first), last = today.AddDays(9), document = "12/UQ" };
            await server.AcceptedAsync(Away, $"/schools/{Away}/people/substitutes", new { substitution });
            Assert.Equal(expected, await PostAsync("key of p-substitute", $"{Year}/pact/signatures", signature));
        }

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync("key of p-substitute", $"/schools/{Away}/people", new { person = "p-friend", role = "principal" }));
        await server.AcceptedAsync(Away, $"/schools/{Away}/people/substitutes/withdrawals", new { person = "p-substitute", reason = "Đã về" });
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync("key of p-substitute", $"{Year}/pact/signatures", signature));
    }

    private Task<HttpStatusCode> StatusAsync(string key, string address) => SendAsync(key, new(HttpMethod.Get, address));

    private Task<HttpStatusCode> PostAsync(string key, string address, object body) =>
        SendAsync(key, new(HttpMethod.Post, address) { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", Guid.NewGuid().ToString() } } });

    private async Task<HttpStatusCode> SendAsync(string key, HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var response = await server.Http.SendAsync(request);
            return response.StatusCode;
        }
    }
}
