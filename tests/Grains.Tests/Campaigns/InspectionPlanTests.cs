using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Tests.Campaigns;

public sealed class InspectionPlanTests
{
    private static readonly InspectionTerms Terms = new(["a", "b", "c", "d"], 1, [new("a", "c")], [new("d", "b")]);

    private static InspectionPair[] Plan(string pairs) => [.. pairs.Split(' ').Select(p => new InspectionPair(p[..1], p[1..]))];

    private static string Broken(string pairs, params Relaxation[] relaxed) =>
        string.Join(", ", InspectionPlan.Violations(Terms, Plan(pairs), relaxed).Select(v => $"{v.Rule} {v.School}{v.Inspected}"));

    [Theory]
    [InlineData("ab bc cd da", "")]
    [InlineData("ab bc cd de", "Roll de, Load a")]
    [InlineData("ab bc cd da ab", "Once ab, Load a, Load b")]
    [InlineData("aa bc cd db", "Self aa, Conflict db")]
    [InlineData("ad db bc ca", "Conflict db")]
    [InlineData("ad dc cb ba", "")]
    [InlineData("ac cd da bb", "Self bb, Repeat ac")]
    [InlineData("ab bc cd", "Load a, Load d")]
    [InlineData("ab ba cd dc", "Reciprocal ab, Reciprocal ba, Reciprocal cd, Reciprocal dc")]
    public void every_broken_rule_is_named(string pairs, string expected) => Assert.Equal(expected, Broken(pairs));

    [Theory]
    [InlineData("ac cb bd da", "Conflict bd", Relaxation.Repeat)]
    [InlineData("ac cd db ba", "Conflict db", Relaxation.Repeat)]
    [InlineData("ab bc cd ad", "Load a", Relaxation.Load)]
    [InlineData("ab bc cd da ba", "Reciprocal ab, Reciprocal ba", Relaxation.Load)]
    [InlineData("ab bc ca cd", "", Relaxation.Load)]
    [InlineData("ab bc ca ad bd cd", "Conflict bd, Load d", Relaxation.Load)]
    [InlineData("ab ba cd dc", "", Relaxation.Reciprocal)]
    [InlineData("aa bc cd db", "Self aa, Conflict db", Relaxation.Reciprocal)]
    public void a_relaxed_rule_is_not_and_a_load_is_off_by_one_at_most(string pairs, string expected, Relaxation relaxed) =>
        Assert.Equal(expected, Broken(pairs, relaxed));
}
