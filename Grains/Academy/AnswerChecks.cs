namespace ClusterActors.Academy;

/// <summary>What a regulation must satisfy in the term for answers to findings.</summary>
internal static class AnswerChecks
{
    public static IEnumerable<string> Problems(Regulation r)
    {
        if (r.Inspection.Answer is { Days.Value: < 1 or > 60 })
            yield return "Findings are answered within 1 to 60 days.";
    }

    public static IEnumerable<string> Sources(Regulation r) => r.Inspection.Answer switch
    {
        null => [],
        { Count: { } count } answer => [answer.Days.Source, count.Source],
        var answer => [answer.Days.Source],
    };
}
