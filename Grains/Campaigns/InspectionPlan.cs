using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>
/// Checks a plan of inspections against its terms. Shares no code with the draw, so that neither hides the other's mistakes.
/// </summary>
public static class InspectionPlan
{
    /// <summary>Every broken rule that was not relaxed, once for each pair or school that breaks it; none for a sound plan.</summary>
    public static IReadOnlyList<InspectionViolation> Violations(
        InspectionTerms terms, IReadOnlyCollection<InspectionPair> pairs, IReadOnlyCollection<Relaxation> relaxed)
    {
        var roll = terms.Roll.ToHashSet();
        var there = pairs.ToHashSet();
        var lastYear = relaxed.Contains(Relaxation.Repeat) ? [] : terms.LastYear.ToHashSet();
        var conflicts = terms.Conflicts.SelectMany(c => new[] { new InspectionPair(c.One, c.Other), new InspectionPair(c.Other, c.One) }).ToHashSet();
        return
        [
            .. Breaking(InspectionRule.Roll, p => !roll.Contains(p.Inspector) || !roll.Contains(p.Inspected)),
            .. pairs.GroupBy(p => p).Where(g => g.Count() > 1).Select(g => Of(InspectionRule.Once, g.Key)),
            .. Breaking(InspectionRule.Self, p => p.Inspector == p.Inspected),
            .. Breaking(InspectionRule.Conflict, conflicts.Contains),
            .. Breaking(InspectionRule.Repeat, lastYear.Contains),
            .. roll.Order(StringComparer.Ordinal).Where(IsOff).Select(school => new InspectionViolation(InspectionRule.Load, school, null)),
            .. relaxed.Contains(Relaxation.Reciprocal)
                ? []
                : Breaking(InspectionRule.Reciprocal, p => p.Inspector != p.Inspected && there.Contains(new(p.Inspected, p.Inspector))),
        ];

        IEnumerable<InspectionViolation> Breaking(InspectionRule rule, Func<InspectionPair, bool> isBroken) =>
            there.Where(isBroken).OrderBy(p => p.Inspector, StringComparer.Ordinal).ThenBy(p => p.Inspected, StringComparer.Ordinal).Select(p => Of(rule, p));

        bool IsOff(string school)
        {
            var (inspects, inspected) = (pairs.Count(p => p.Inspector == school), pairs.Count(p => p.Inspected == school));
            return relaxed.Contains(Relaxation.Load)
                ? inspected < 1 || Math.Abs(inspects - terms.Inspectors) > 1 || Math.Abs(inspected - terms.Inspectors) > 1
                : inspects != terms.Inspectors || inspected != terms.Inspectors;
        }
    }

    private static InspectionViolation Of(InspectionRule rule, InspectionPair pair) => new(rule, pair.Inspector, pair.Inspected);
}

/// <param name="School">The school that breaks the rule, or the inspecting school of the pair that does.</param>
/// <param name="Inspected">The inspected school of the pair; null where a school breaks the rule by itself.</param>
public sealed record InspectionViolation(InspectionRule Rule, string School, string? Inspected);
