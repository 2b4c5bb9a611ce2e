namespace ClusterActors.Academy;

/// <summary>What a regulation must satisfy in its bars.</summary>
internal static class BarChecks
{
    public static IEnumerable<string> Problems(Regulation r)
    {
        if (r.Bars is not { Kinds: var kinds })
            yield break;
        if (kinds.Count == 0 || kinds.Select(rule => rule.Kind).Distinct().Count() != kinds.Count)
            yield return "There is at least one kind of bar, each named once.";
        if (kinds.Any(rule => rule.From.Value.Count == 0 || rule.From.Value.Distinct().Count() != rule.From.Value.Count))
            yield return "A bar keeps a school from something, each named once.";
    }

    public static IEnumerable<string> Sources(Regulation r) => r.Bars?.Kinds.Select(rule => rule.From.Source) ?? [];
}
