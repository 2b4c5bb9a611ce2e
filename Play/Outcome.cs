using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ClusterActors.Play.Data;

namespace ClusterActors.Play;

/// <summary>What a played year came to. Everything in it was computed by the grains and read through the API.</summary>
internal sealed record Outcome(int Year, IReadOnlyList<ClusterOutcome> Clusters)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => ToJson(this);

    /// <summary>One object, as plain as a person reads it.</summary>
    public static string ToJson<T>(T outcome) => JsonSerializer.Serialize(outcome, Json);
}

/// <param name="Evidence">For each outcome <c>source</c>, when a published source states just this, else <c>sample</c>.</param>
internal sealed record ClusterOutcome(
    string Cluster,
    int Members,
    int Signed,
    string[] Flag,
    string[] Certificate,
    NextOfficers NextOfficers,
    string HeadInOffice,
    string Name,
    string Phase,
    decimal MeanScore,
    RankedSchool[] Ranking,
    DecidedNomination[] Decisions,
    IReadOnlyDictionary<string, string> Evidence,
    IReadOnlyDictionary<string, PlayedFigure>? Statistics = null)
{
    public const string Source = "source";
    public const string SampleOnly = "sample";

    public static ClusterOutcome From(JsonNode campaign, JsonNode cluster, JsonNode? statistics, ClusterYear data)
    {
        string[] Nominated(string award) => [.. campaign["nominations"]!.AsArray().Where(n => (string)n!["award"]! == award).Select(n => (string)n!["school"]!)];

        var ranking = campaign["ranking"]!.AsArray().Select(r => new RankedSchool((int)r!["rank"]!, (string)r["school"]!, (decimal)r["total"]!)).ToArray();
        var proposed = campaign["proposed"]!;
        var next = new NextOfficers((int)proposed["year"]!, (string)proposed["head"]!, [.. proposed["deputies"]!.AsArray().Select(d => (string)d!)], (bool?)proposed["acting"] == true ? true : null);
        var (flag, certificate) = (Nominated("flag"), Nominated("certificate"));
        var head = (string)cluster["inOffice"]!["head"]!;
        return new(
            data.Cluster.Code,
            campaign["roll"]!.AsArray().Count,
            campaign["signatures"]!.AsArray().Count,
            flag,
            certificate,
            next,
            head,
            (string)cluster["name"]!,
            (string)campaign["phase"]!,
            (decimal)campaign["meanScore"]!,
            ranking,
            [.. campaign["nominations"]!.AsArray().Select(n => new DecidedNomination((string)n!["award"]!, (string)n["school"]!, (string)n["state"]!))],
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["certificate"] = Mark(Same(data.Known?.Certificate, certificate)),
                ["flag"] = Mark(Same(data.Known?.Flag, flag)),
                ["headInOffice"] = Mark(data.Known?.ProposedOfficers?.Head == head),
                ["members"] = Mark(!data.Cluster.Evidence.Contains("inferred", StringComparison.Ordinal)),
                ["nextHead"] = Mark(data.Known?.ProposedOfficers is { } stated && stated.Year == next.Year && stated.Head == next.Head),
                ["nextOfficers"] = Mark(IsKnown(data.Known?.ProposedOfficers, next)),
                ["ranking"] = SampleOnly,
                ["signed"] = Mark(data.Known?.Pact?.Signatories == campaign["signatures"]!.AsArray().Count),
            },
            statistics is null ? null : PlayedFigure.Of(statistics, data.Statistics));
    }

    private static bool IsKnown(ProposedOfficers? known, NextOfficers next) =>
        known is not null && known.Year == next.Year && known.Head == next.Head && Same(known.Deputies, next.Deputies);

    private static bool Same(string[]? known, string[] played) => known is not null && known.SequenceEqual(played);

    private static string Mark(bool stated) => stated ? Source : SampleOnly;
}

/// <param name="Acting">True where the post of head is vacant and a deputy acts; else left out.</param>
internal sealed record NextOfficers(int Year, string Head, string[] Deputies, bool? Acting = null);

/// <param name="Evidence"><c>source</c> when a published source states just this total, else <c>sample</c>.</param>
internal sealed record PlayedFigure(decimal Value, string Qualifier, string Evidence)
{
    /// <summary>What the schools' reports add up to, by indicator.</summary>
    public static SortedDictionary<string, PlayedFigure> Of(JsonNode totals, KnownStatistics? known) => new(
        totals["totals"]!.AsArray().Where(t => t!["amount"] is not null).ToDictionary(
            t => (string)t!["indicator"]!,
            t => Of((string)t!["indicator"]!, (decimal)t["amount"]!["value"]!, (string)t["amount"]!["qualifier"]!, known)),
        StringComparer.Ordinal);

    private static PlayedFigure Of(string indicator, decimal value, string qualifier, KnownStatistics? known) => new(
        value, qualifier, known?.Figures.GetValueOrDefault(indicator) == new StatedFigure(value, qualifier) ? ClusterOutcome.Source : ClusterOutcome.SampleOnly);
}

internal sealed record RankedSchool(int Rank, string School, decimal Total);

/// <param name="State">What the Academy made of it: <c>granted</c> or <c>declined</c>.</param>
internal sealed record DecidedNomination(string Award, string School, string State);
