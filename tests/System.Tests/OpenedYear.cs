using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

/// <summary>How tests of the API come to an open year: 2026 of cluster <c>t</c>, by the sample regulation of 2020.</summary>
internal static class OpenedYear
{
    private const string Cluster = "/clusters/t";
    private const string Year = "/clusters/t/years/2026";

    /// <summary>That regulation as one of 2026, without deadlines and with nothing to register for, to be changed before the year is opened by it.</summary>
    public static JsonNode Regulation()
    {
        var regulation = JsonNode.Parse(File.ReadAllText(Path.Combine(SiloProcess.DataFiles, "regulations", "2020.json")))!;
        regulation["year"] = 2026;
        regulation["deadlines"] = new JsonArray();
        regulation["programme"]!["registration"]!["requiredFor"]!["value"] = new JsonArray();
        return regulation;
    }

    public static JsonNode WithoutOptionalPhases(this JsonNode regulation)
    {
        regulation["optionalPhases"]!["value"] = new JsonArray();
        return regulation;
    }

    /// <summary>The codes of all criteria, in the regulation's order.</summary>
    public static string[] Criteria(this JsonNode regulation) =>
        [.. regulation["scores"]!["groups"]!.AsArray().SelectMany(g => g!["criteria"]!.AsArray()).Select(c => (string)c!["code"]!)];

    public static async Task OpenYearAsync(this ApiServer server, JsonNode regulation, string head, string[]? deputies = null, string[]? queue = null)
    {
        await server.AcceptedAsync(null, "/academy/regulations", new { regulation });
        await server.AcceptedAsync(null, "/academy/guidance", new { guidance = new { year = 2026, reference = "1/HD", issuedOn = "2026-01-30" } });
        await server.ReadWhenAsync(Cluster, c => c["guidedYears"]!.AsArray().Count == 1);
        await server.AcceptedAsync(null, $"{Cluster}/officers", new { officers = new { year = 2026, head, deputies = deputies ?? [] }, queue = queue ?? [], reason = "First officers" });
        await server.AcceptedAsync(head, $"{Cluster}/years", new { year = 2026 });
        await server.ReadWhenAsync(Year, _ => true);
    }

    public static Task ProposePactAsync(this ApiServer server, string head) =>
        server.AcceptedAsync(head, $"{Year}/pact", new { targets = new[] { new { number = 1, text = "Một" } } });

    /// <summary>The pact is proposed, and every member signs it.</summary>
    public static async Task SignPactAsync(this ApiServer server, string head, string day)
    {
        await server.ProposePactAsync(head);
        foreach (var school in ApiServer.Members)
            await server.AcceptedAsync(school, $"{Year}/pact/signatures", new { school, signedOn = day, draft = 1 });
    }
}
