using ClusterActors.Scoring;

namespace ClusterActors.Academy;

/// <summary>What a regulation must satisfy where the standard feeds its scorecard.</summary>
internal static class StandardSchoolChecks
{
    public static IEnumerable<string> Problems(Regulation r)
    {
        if (r.StandardSchool is not { } s)
            yield break;
        var standards = s.Standards.Value;
        if (standards.Count == 0 || standards.Any(code => !Code.IsValid(code)) || standards.Distinct().Count() != standards.Count)
            yield return "The standards whose progress counts have valid codes, each named once, and there is at least one.";
        if (r.Scores.Tree is { } tree ? !tree.Leaves().Any(leaf => leaf.Code == s.Criterion.Value && leaf.Rule is NodeRule.Assessed or NodeRule.PassShare)
            : !r.Scores.Groups.Any(g => g.Kind == GroupKind.Base && g.Criteria.Any(c => c.Code == s.Criterion.Value)))
            yield return $"Progress towards the standard cannot feed '{s.Criterion.Value}': it feeds base points that are assessed, or a count of what is passed.";
    }

    public static IEnumerable<string> Sources(Regulation r) =>
        r.StandardSchool is { } s ? [s.Standards.Source, s.Criterion.Source, s.Level.Source, s.Unreported.Source] : [];
}
