namespace ClusterActors.Academy;

/// <summary>What a regulation must satisfy in the handover of heads.</summary>
internal static class HandoverChecks
{
    public static IEnumerable<string> Problems(Regulation r)
    {
        if (r.Handover?.Subjects.Value is { } subjects && (subjects.Count == 0 || subjects.Distinct().Count() != subjects.Count))
            yield return "An inventory has at least one subject, each named once.";
    }

    public static IEnumerable<string> Sources(Regulation r) => r.Handover is { } handover ? [handover.Subjects.Source] : [];
}
