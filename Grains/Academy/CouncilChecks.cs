namespace ClusterActors.Academy;

/// <summary>What a regulation must satisfy in the Academy's council.</summary>
internal static class CouncilChecks
{
    private const int MostMembers = 100;
    private const int MostDocuments = 20;

    public static IEnumerable<string> Problems(Regulation r)
    {
        if (r.Council is not { } council)
            yield break;
        if (council.Members.Value is < 1 or > MostMembers)
            yield return $"A council has 1 to {MostMembers} members.";
        if (!council.Quorum.Value.IsProper)
            yield return "The quorum of the council is a share up to 1/1.";
        if (council.Dossier.Count > MostDocuments || council.Dossier.Any(d => !Code.IsValid(d.Code)) || council.Dossier.Select(d => d.Code).Distinct().Count() != council.Dossier.Count)
            yield return $"A dossier has at most {MostDocuments} documents, each with a valid code of its own.";
        if (council.Dossier.SelectMany(d => new[] { d.Name, d.EnglishName }).Any(text => ClusterActors.Check.Text(text, "name", 300) is not null))
            yield return "A document of the dossier has no proper names.";
        if (council.Awards.Count == 0 || council.Awards.Select(a => a.Award).Distinct().Count() != council.Awards.Count || council.Awards.Any(a => r.Votes.All(v => v.Award != a.Award)))
            yield return "The council votes on at least one award that clusters vote on, each named once.";
        if (Votes(council).Any(vote => !vote.Threshold.Value.IsProper || vote.Threshold.Value.Numerator == 0 || (vote.Exceeded.Value && vote.Threshold.Value.Numerator == vote.Threshold.Value.Denominator)))
            yield return "A threshold of the council is a share above 0 that can be reached, at most 1/1.";
        if (council.Awards.Any(a => a.MinimumScore is { Value: < 0 or > RegulationRules.MostPoints }))
            yield return FormattableString.Invariant($"A minimum score is 0 to {RegulationRules.MostPoints}.");
        if (council.GovernmentFlag is { } flag && (!flag.MostShare.Value.IsProper || council.Awards.All(a => a.Award != flag.Upon.Value)))
            yield return "The Government's Flag is proposed upon an award that the council votes on, for a share of these up to 1/1.";
    }

    public static IEnumerable<string> Sources(Regulation r) => r.Council is not { } council ? [] :
    [
        council.Members.Source, council.Quorum.Source, council.Written.Source,
        .. council.Dossier.Select(d => d.Source),
        .. Votes(council).SelectMany(vote => new[] { vote.Threshold.Source, vote.Exceeded.Source, vote.Base.Source, vote.Chair.Source }),
        .. council.Awards.Select(a => a.MinimumScore).OfType<Sourced<decimal>>().Select(minimum => minimum.Source),
        .. council.GovernmentFlag is { } flag ? [flag.Upon.Source, flag.MostShare.Source, flag.Of.Source] : Array.Empty<string>(),
    ];

    private static IEnumerable<CouncilVoteRules> Votes(CouncilRules council) =>
        [.. council.Awards.Select(a => a.Vote), .. council.GovernmentFlag is { } flag ? [flag.Vote] : Array.Empty<CouncilVoteRules>()];
}
