using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Scoring;
using Scored = ClusterActors.Scoring.Level;
using static ClusterActors.Tests.Academy.SampleRegulation;
using static ClusterActors.Tests.Scoring.SampleTree;

namespace ClusterActors.Tests.Academy;

public sealed class ScoreTreeChecksTests
{
    private static readonly Regulation Good = Tests.Scoring.SampleTree.Regulation;

    private static Regulation With(Func<ScoreTree, ScoreTree> change) => Good with { Scores = Good.Scores with { Tree = change(Good.Scores.Tree!) } };

    // The tree with one node changed.
    private static Regulation With(string code, Func<ScoreNode, ScoreNode> change) => With(t => t with { Root = Changed(t.Root, code, change) });

    private static Regulation With(string code, NodeRule rule) => With(code, n => n with { Rule = rule });

    private static ScoreNode Changed(ScoreNode node, string code, Func<ScoreNode, ScoreNode> change) => node.Code == code ? change(node)
        : node.Rule is NodeRule.Branch branch ? node with { Rule = branch with { Children = branch.Children.Select(c => Changed(c, code, change)).ToEquatableList() } }
        : node;

    private static NodeRule.Branch BranchOf(ScoreNode node) => (NodeRule.Branch)node.Rule;

    private static ScoreNode Deep(int levels) => levels == 1 ? Leaf("leaf", 10, new NodeRule.Assessed()) : Branch(FormattableString.Invariant($"b{levels}"), 10, Adding.Sum, Deep(levels - 1));

    private static ScoreTree Wide(int nodes) => Tests.Scoring.SampleTree.Of(Branch("year", nodes - 1, Adding.Sum,
        [.. Enumerable.Range(1, nodes - 1).Select(n => Leaf(FormattableString.Invariant($"n{n}"), 1, new NodeRule.Assessed()))]));

    private static readonly Dictionary<string, Regulation> Broken = new()
    {
        ["tree and groups"] = Good with { Scores = Good.Scores with { Groups = SampleRegulation.Scores.Groups } },
        ["neither tree nor groups"] = Good with { Scores = Good.Scores with { Tree = null } },
        ["estimates in a month 0"] = With(t => t with { EstimatedMonths = Sourced<EquatableList<int>>([0]) }),
        ["estimates in a month twice"] = With(t => t with { EstimatedMonths = Sourced<EquatableList<int>>([12, 12]) }),
        ["thirteen deep"] = With(t => t with { Root = Deep(13) }),
        ["501 nodes"] = With(_ => Wide(501)),
        ["code"] = With("plan", n => n with { Code = "Plan" }),
        ["code twice"] = With("plan", n => n with { Code = "topics" }),
        ["code of its own branch"] = With("plan", n => n with { Code = "training" }),
        ["root that is a leaf"] = With(t => t with { Root = Leaf("year", 100, new NodeRule.Assessed()) }),
        ["root of bonus alone"] = With(t => t with { Root = Branch("year", 5, Adding.Sum, Leaf("prizes", 5, new NodeRule.Bonus(1))) }),
        ["root with a weight"] = With("year", n => n with { Weight = 1 }),
        ["no name"] = With("plan", n => n with { Name = " " }),
        ["no maximum"] = With("late-reports", n => n with { Maximum = 0 }),
        ["maximum that no decimal can add"] = With("late-reports", n => n with { Maximum = decimal.MaxValue }),
        ["empty branch"] = With("training", n => n with { Rule = new NodeRule.Branch(Adding.Sum, []) }),
        ["bonus and penalty without base"] = With("extra", n => n with { Rule = new NodeRule.Branch(Adding.CappedSum, [.. BranchOf(n).Children, Leaf("absent", 5, new NodeRule.Penalty(1))]) }),
        ["sum above the maximum"] = With("training", n => n with { Maximum = 29.99m }),
        ["sum below the maximum"] = With("plan", n => n with { Maximum = 9.99m }),
        ["cap that cuts nothing"] = With("research", n => n with { Maximum = 50 }),
        ["weights below one"] = With("standard", n => n with { Weight = 0.4999m }),
        ["weights above one"] = With("standard", n => n with { Weight = 0.5001m }),
        ["weight of nothing"] = With("standard", n => n with { Weight = 0 }),
        ["weight left out"] = With("standard", n => n with { Weight = null }),
        ["weights that no decimal can add"] = With("standard", n => n with { Weight = decimal.MaxValue }),
        ["weight in a sum"] = With("plan", n => n with { Weight = 0.5m }),
        ["weight of bonus in a mean"] = With("culture", n => n with { Rule = BranchOf(n) with { Children = [.. BranchOf(n).Children, Leaf("more", 1, new NodeRule.Bonus(1)) with { Weight = 0.1m }] } }),
        ["mean of bonus"] = With("extra", n => n with { Rule = BranchOf(n) with { Adds = Adding.WeightedMean } }),
        ["target of nothing"] = With("papers", new NodeRule.Quantitative(QuantityFormula.ShareOfTarget, 0)),
        ["target beyond counting"] = With("papers", new NodeRule.Quantitative(QuantityFormula.ShareOfTarget, 1_000_000_000_001)),
        ["target of the best"] = With("papers", new NodeRule.Quantitative(QuantityFormula.ShareOfBest, 4)),
        ["one level"] = With("quality", new NodeRule.Qualitative([new("Tốt", 8)])),
        ["21 levels"] = With("quality", new NodeRule.Qualitative([.. Enumerable.Range(0, 21).Select(n => new Scored("Mức", n * 0.4m))])),
        ["level below zero"] = With("quality", new NodeRule.Qualitative([new("Kém", -1), new("Tốt", 8)])),
        ["level not above the one before"] = With("quality", new NodeRule.Qualitative([new("Kém", 0), new("Khá", 0), new("Tốt", 8)])),
        ["highest level below the maximum"] = With("quality", new NodeRule.Qualitative([new("Kém", 0), new("Tốt", 7)])),
        ["level without name"] = With("quality", new NodeRule.Qualitative([new("", 0), new("Tốt", 8)])),
        ["share of no indicators"] = With("standard", new NodeRule.PassShare(0)),
        ["share of 10,001 indicators"] = With("standard", new NodeRule.PassShare(10_001)),
        ["count worth nothing"] = With("topics", new NodeRule.PerCount(0)),
        ["bonus worth nothing"] = With("prizes", new NodeRule.Bonus(0)),
        ["penalty worth less than nothing"] = With("late-reports", new NodeRule.Penalty(-1)),
        ["penalty that no decimal can hold"] = With("late-reports", new NodeRule.Penalty(decimal.MaxValue)),
    };

    public static TheoryData<string> Flaws { get; } = new(Broken.Keys);

    [Theory]
    [MemberData(nameof(Flaws))]
    public void a_flawed_tree_is_refused(string flaw) => Assert.Equal(RefusalCode.RegulationInvalid, RegulationRules.Check(Broken[flaw])?.Code);

    [Fact]
    public void a_sound_tree_is_a_regulation()
    {
        Assert.Null(RegulationRules.Check(Good));
        Assert.Null(RegulationRules.Check(With(_ => Wide(500))));
        Assert.Null(RegulationRules.Check(With(t => t with { Root = Deep(12) })));
    }

    [Fact]
    public void scores_from_before_there_were_trees_are_read_without_one()
    {
        var old = System.Text.Encoding.UTF8.GetString(CanonicalJson.Write(SampleRegulation.Scores)).Replace(",\"tree\":null", "", StringComparison.Ordinal);
        Assert.DoesNotContain("tree", old, StringComparison.Ordinal);
        Assert.Equal(SampleRegulation.Scores, CanonicalJson.Read<ScoreRules>(System.Text.Encoding.UTF8.GetBytes(old)));
        Assert.Equal(new Score("topics", 3), CanonicalJson.Read<Score>("""{"criterion":"topics","points":3}"""u8));
    }

    [Fact]
    public void a_tree_is_read_back_as_it_was_written_and_can_be_written_by_hand()
    {
        foreach (var regulation in new[] { Good, With(t => t with { Root = Deep(12) }) })
        {
            AcademyCommand command = new AcademyCommand.IssueRegulation(regulation);
            Assert.Equal(command, CanonicalJson.Read<AcademyCommand>(CanonicalJson.Write(command)));
        }

        Assert.Equal(
            Branch("research", 3, Adding.Sum, Leaf("topics", 3, new NodeRule.PerCount(1.5m))),
            CanonicalJson.Read<ScoreNode>("""
                {
                  "code": "research", "name": "research", "maximum": 3, "source": "sample regulation", "rule": { "type": "branch", "adds": "sum", "children": [
                    { "code": "topics", "name": "topics", "maximum": 3, "source": "sample regulation", "rule": { "type": "per-count", "each": 1.5 } }
                  ] }
                }
                """u8));
    }
}
