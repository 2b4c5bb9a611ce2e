using ClusterActors.Campaigns;

namespace ClusterActors.Academy;

/// <summary>What a regulation must satisfy in a cluster's programme.</summary>
internal static class ProgrammeChecks
{
    private const int MostDocuments = 20;

    // Those that a command of the head comes to; the others follow by themselves or by the Academy's decision.
    private static readonly Phase[] Awaiting = [Phase.PactOpen, Phase.MidYearReviewed, Phase.SelfScoring, Phase.Drawing, Phase.Ranked, Phase.Nominated];

    public static IEnumerable<string> Problems(Regulation r)
    {
        if (r.Programme?.Registration is null && r.Deadlines.Any(d => d.Step == Step.Registration))
            yield return "Nobody registers, and there is a deadline for it.";
        if (r.Programme is not { Documents: var documents })
            yield break;
        if (r.Programme.Registration?.RequiredFor.Value is { } required && (required.Distinct().Count() != required.Count || required.Any(award => r.Votes.All(v => v.Award != award))))
            yield return "Registration is wanted for awards that are voted on, each named once.";
        if (documents.Count > MostDocuments)
            yield return $"A programme has at most {MostDocuments} documents.";
        if (documents.Any(d => !Code.IsValid(d.Code)) || documents.Select(d => d.Code).Distinct().Count() != documents.Count)
            yield return "A document has no valid code, or the code of another.";
        foreach (var problem in documents.SelectMany(d => Document(r, d)))
            yield return problem;
    }

    private static IEnumerable<string> Document(Regulation r, DocumentRules d)
    {
        if (((string[])[d.Name, d.EnglishName]).Any(text => ClusterActors.Check.Text(text, "name", 300) is not null))
            yield return $"Document '{d.Code}' has no proper names.";
        if (!d.AdoptedBy.Value.IsProper || d.AdoptedBy.Value.Numerator == 0)
            yield return $"The share of consents to document '{d.Code}' lies above 0 and at most at 1/1.";
        if (d.Before is { Value: var phase } && (!Awaiting.Contains(phase) || (phase == Phase.MidYearReviewed && !PactDecider.IsReviewed(r))))
            yield return $"No year waits for a document before {phase}.";
    }

    public static IEnumerable<string> Sources(Regulation r) =>
    [
        .. (r.Programme?.Documents ?? []).SelectMany(d => d.Before is { } before ? [d.Source, d.AdoptedBy.Source, before.Source] : new[] { d.Source, d.AdoptedBy.Source }),
        .. r.Programme?.Registration is { } registration ? [registration.RequiredFor.Source] : Array.Empty<string>(),
    ];
}
