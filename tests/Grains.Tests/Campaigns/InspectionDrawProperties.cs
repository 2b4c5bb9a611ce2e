using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Tests.Campaigns;

public sealed class InspectionDrawProperties
{
    private static readonly FsCheck.Gen<InspectionCases.Case> Cases =
        InspectionCases.Of(3, 40, 3, 40, Relaxation.Repeat, Relaxation.Load, Relaxation.Reciprocal);

    private static readonly Dictionary<InspectionRule, Relaxation> Relaxable = new()
    {
        [InspectionRule.Repeat] = Relaxation.Repeat,
        [InspectionRule.Load] = Relaxation.Load,
        [InspectionRule.Reciprocal] = Relaxation.Reciprocal,
    };

    [Fact]
    public void what_is_drawn_keeps_every_rule_but_those_that_it_names_and_names_none_that_it_keeps()
    {
        var seen = new HashSet<string>();
        Property.Holds(Cases, c =>
        {
            if (c.Draw() is not InspectionOutcome.Drawn drawn)
                return;
            var violations = InspectionPlan.Violations(c.Terms, drawn.Pairs, []);
            Assert.Empty(InspectionPlan.Violations(c.Terms, drawn.Pairs, [.. drawn.Relaxed.Select(r => r.Rule)]));
            Assert.Equal(violations.Select(v => Relaxable[v.Rule]).Distinct().Order(), drawn.Relaxed.Select(r => r.Rule).Order());
            Assert.Equal(c.Agreed.Where(a => drawn.Relaxed.Any(r => r.Rule == a)), drawn.Relaxed.Select(r => r.Rule));
            foreach (var relaxed in drawn.Relaxed)
            {
                var broken = violations.Where(v => Relaxable[v.Rule] == relaxed.Rule).Select(v => (v.School, v.Inspected)).ToList();
                Assert.Equal(broken, [.. relaxed.Pairs.Select(p => (p.Inspector, (string?)p.Inspected)), .. relaxed.Schools.Select(s => (s, (string?)null))]);
                seen.Add($"{relaxed.Rule}");
            }

            seen.Add($"{drawn.How}");
        });
        Assert.Equal(["Load", "Reciprocal", "Repeat", "Rotation", "Search"], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void the_order_in_which_the_terms_are_listed_does_not_matter() =>
        Property.Holds(Cases, c => Assert.Equal(c.Draw(500), (c with { Terms = c.Shuffled }).Draw(500)), tests: 100);

    [Fact]
    public void what_is_impossible_names_the_next_relaxation_of_the_regulation() => Property.Holds(Cases, c =>
    {
        if (c.Draw(500) is InspectionOutcome.Impossible impossible)
            Assert.Equal(c.Allowed.Skip(c.Agreed.Count).Select(r => (Relaxation?)r).FirstOrDefault(), impossible.Next);
    });

    [Fact]
    public void for_up_to_five_schools_the_draw_agrees_with_trying_every_plan() =>
        Agrees(InspectionCases.Of(3, 5, 2, 40, Relaxation.Repeat, Relaxation.Load, Relaxation.Reciprocal), 150);

    [Fact]
    public void for_six_schools_the_draw_agrees_with_trying_every_plan() => Agrees(InspectionCases.Of(6, 6, 2, 40, Relaxation.Repeat), 150);

    // Possible exactly where a plan exists, and no relaxed rule is broken more often than it must be.
    private static void Agrees(FsCheck.Gen<InspectionCases.Case> cases, int tests)
    {
        var (drawn, impossible) = (0, 0);
        Property.Holds(
            cases,
            c =>
            {
                var fewest = InspectionOracle.Fewest(c.Terms, c.Agreed);
                switch (c.Draw(1_000_000))
                {
                    case InspectionOutcome.Drawn d:
                        Assert.Equal(fewest, c.Agreed.Select(rule => Broken(c.Terms, d.Pairs, rule)));
                        drawn++;
                        break;
                    case InspectionOutcome.Impossible i:
                        Assert.False(i.Cut);
                        Assert.Null(fewest);
                        impossible++;
                        break;
                }
            },
            tests);
        Assert.True(drawn > tests / 10 && impossible > tests / 10, $"{drawn} drawn, {impossible} impossible");
    }

    private static int Broken(InspectionTerms terms, EquatableList<InspectionPair> pairs, Relaxation rule) => rule switch
    {
        Relaxation.Repeat => pairs.Intersect(terms.LastYear).Count(),
        Relaxation.Load => terms.Roll.Sum(school =>
            Math.Abs(pairs.Count(p => p.Inspector == school) - terms.Inspectors) + Math.Abs(pairs.Count(p => p.Inspected == school) - terms.Inspectors)),
        _ => pairs.Count(p => pairs.Contains(new(p.Inspected, p.Inspector))) / 2,
    };
}
