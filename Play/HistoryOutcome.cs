using System.Text.Json.Nodes;
using ClusterActors.Play.Data;

namespace ClusterActors.Play;

/// <summary>What the played years came to. Everything in it was computed by the grains and read through the API.</summary>
/// <param name="Schools">How many schools there are in the end.</param>
internal sealed record HistoryOutcome(int Schools, IReadOnlyList<YearOutcome> Years)
{
    public string ToJson() => Outcome.ToJson(this);
}

/// <param name="Schools">How many schools were on the rolls when the year ended.</param>
/// <param name="Statistics">Totals of the nation, where a source gives some.</param>
internal sealed record YearOutcome(
    int Year, int Schools, IReadOnlyList<PlayedCluster> Clusters, IReadOnlyDictionary<string, PlayedFigure>? Statistics = null);

/// <param name="Members">The roll when the year ended.</param>
/// <param name="Officers">Those of the year, when it ended.</param>
/// <param name="Awards">What the cluster nominated, and what the Academy made of it.</param>
/// <param name="Evidence">For each outcome <c>source</c>, when a published source states just this, else <c>sample</c>.</param>
internal sealed record PlayedCluster(
    string Cluster,
    string Name,
    string[] Members,
    PlayedOfficers Officers,
    DecidedNomination[] Awards,
    int Signed,
    decimal MeanScore,
    IReadOnlyDictionary<string, string> Evidence,
    IReadOnlyDictionary<string, PlayedFigure>? Statistics = null)
{
    /// <param name="named">The officers whom a source names, or whom the Academy has put into office first; null where neither.</param>
    public static PlayedCluster From(JsonNode campaign, JsonNode? statistics, ClusterYear data, Officers? named)
    {
        var awards = campaign["nominations"]!.AsArray().Select(n => new DecidedNomination((string)n!["award"]!, (string)n["school"]!, (string)n["state"]!)).ToArray();
        string[] Nominated(string award) => [.. awards.Where(a => a.Award == award).Select(a => a.School)];

        return new(
            data.Cluster.Code,
            data.Cluster.Name,
            Texts(campaign["roll"]!),
            PlayedOfficers.From(campaign["officers"]!, named),
            awards,
            campaign["signatures"]!.AsArray().Count,
            (decimal)campaign["meanScore"]!,
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["certificate"] = Mark(data.Known?.Certificate is { } certificate && certificate.SequenceEqual(Nominated("certificate"))),
                ["flag"] = Mark(data.Known?.Flag is { } flag && flag.SequenceEqual(Nominated("flag"))),
                ["members"] = Mark(!data.Cluster.Evidence.Contains("inferred", StringComparison.Ordinal) && data.Cluster.Members.ToHashSet().SetEquals(Texts(campaign["roll"]!))),
                ["signed"] = Mark(data.Known?.Pact?.Signatories == campaign["signatures"]!.AsArray().Count),
            },
            statistics is null ? null : PlayedFigure.Of(statistics, data.Statistics));
    }

    private static string[] Texts(JsonNode list) => [.. list.AsArray().Select(text => (string)text!)];

    private static string Mark(bool stated) => stated ? ClusterOutcome.Source : ClusterOutcome.SampleOnly;
}

/// <param name="Evidence">How the data files know those in <paramref name="Named"/>; <c>sample</c> where they name nobody who serves.</param>
/// <param name="Named">The officers whom the data files name; the others follow from the sample.</param>
/// <param name="Acting">True where the post of head is vacant and a deputy acts; else left out.</param>
internal sealed record PlayedOfficers(string Head, string[] Deputies, string Evidence, string[] Named, bool? Acting = null)
{
    public static PlayedOfficers From(JsonNode officers, Officers? named)
    {
        var head = (string)officers["head"]!;
        string[] deputies = [.. officers["deputies"]!.AsArray().Select(d => (string)d!)];
        var stated = named is not null && named.Head == head && named.Deputies.All(deputies.Contains);
        return new(head, deputies, stated ? named!.Evidence : ClusterOutcome.SampleOnly, stated ? [head, .. named!.Deputies] : [], (bool?)officers["acting"] == true ? true : null);
    }
}
