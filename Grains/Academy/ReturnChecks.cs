using ClusterActors.Campaigns;

namespace ClusterActors.Academy;

/// <summary>What a regulation must satisfy in its returns.</summary>
internal static class ReturnChecks
{
    public static IEnumerable<string> Problems(Regulation r)
    {
        if (r.Returns is { From.Value: var from } && (from.Distinct().Count() != from.Count || from.Any(phase => ReturnDecider.Before(r, phase) is null)))
            yield return "A phase of which a year is returned is named twice, or is one from which none is.";
    }

    public static string[] Sources(Regulation r) => r.Returns is { } returns ? [returns.By.Source, returns.From.Source] : [];
}
