using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Scoring;

/// <summary>
/// How far inspectors may differ from a self-score without a reason: by a share of the most that can be entered or, where that has no
/// bound, of the number entered; never in a level, nor in whether or against what a school is measured.
/// </summary>
internal static class Divergence
{
    public static bool NeedsReason(ScoreRules rules, Score self, Score found) => rules.Tree is { } tree
        ? NeedsReason(rules, tree.Leaves().First(n => n.Code == found.Criterion), self, found)
        : IsBeyond(rules, self, found, rules.Groups.SelectMany(g => g.Criteria).First(c => c.Code == found.Criterion).Maximum);

    private static bool NeedsReason(ScoreRules rules, ScoreNode leaf, Score self, Score found) =>
        LeafFormula.IsAssigned(self) != LeafFormula.IsAssigned(found) || self.Entry?.Target != found.Entry?.Target || IsBeyond(rules, self, found, leaf.Rule switch
        {
            NodeRule.Assessed => leaf.Maximum,
            NodeRule.PassShare passed => passed.Of,
            NodeRule.Qualitative => 0,
            _ => self.Points,
        });

    private static bool IsBeyond(ScoreRules rules, Score self, Score found, decimal whole) =>
        Math.Abs(found.Points - self.Points) > rules.ReasonBeyond.Value.Of(whole);
}
