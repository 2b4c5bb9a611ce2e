using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>Names what a plan has used its relaxations for.</summary>
internal static class RelaxedRules
{
    public static EquatableList<RelaxedRule> Of(InspectionTerms terms, EquatableList<InspectionPair> pairs, IEnumerable<Relaxation> agreed) =>
        agreed.Select(rule => Of(terms, pairs, rule)).Where(used => used.Pairs.Count + used.Schools.Count > 0).ToEquatableList();

    private static RelaxedRule Of(InspectionTerms terms, EquatableList<InspectionPair> pairs, Relaxation rule) => rule switch
    {
        Relaxation.Repeat => new(rule, pairs.Where(terms.LastYear.Contains).ToEquatableList(), []),
        Relaxation.Load => new(rule, [], terms.Roll.Distinct().Where(school => IsOff(terms, pairs, school)).Order(StringComparer.Ordinal).ToEquatableList()),
        Relaxation.Reciprocal => new(rule, pairs.Where(p => pairs.Contains(new(p.Inspected, p.Inspector))).ToEquatableList(), []),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private static bool IsOff(InspectionTerms terms, EquatableList<InspectionPair> pairs, string school) =>
        pairs.Count(p => p.Inspector == school) != terms.Inspectors || pairs.Count(p => p.Inspected == school) != terms.Inspectors;
}
