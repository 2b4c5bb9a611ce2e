using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Scoring;

/// <summary>A cluster's sheets, layer by layer, as the tree reckons them.</summary>
internal sealed class Layers
{
    private readonly ScoreRules rules;
    private readonly EquatableList<Sheet> sheets;
    private readonly List<(ScoreLayer Layer, Dictionary<string, Scorecard> Cards)> layers = [];

    /// <param name="ranked">Whether the ranking has been fixed: before that no layer is final.</param>
    public Layers(ScoreRules rules, ScoreTree tree, EquatableList<Sheet> sheets, bool ranked)
    {
        (this.rules, this.sheets) = (rules, sheets);
        Add(ScoreLayer.Self);
        Add(ScoreLayer.Inspected);
        if (ranked)
            Add(ScoreLayer.Final);
        if (sheets.Any(s => s.Final is not null))
            Add(ScoreLayer.Appraised);

        void Add(ScoreLayer layer)
        {
            var entered = sheets.Where(s => Of(s, layer).Count > 0).Select(s => (s.School, (IReadOnlyList<Score>)Of(s, layer))).ToList();
            layers.Add((layer, Scorecard.Of(rules, tree, entered).ToDictionary(c => c.School, c => c.Card, StringComparer.Ordinal)));
        }
    }

    public decimal SelfTotal(string school) => layers[0].Cards[school].Total(rules);

    public EquatableList<LayerView> Of(string school) => layers.Where(l => l.Cards.ContainsKey(school)).Select(l => View(l.Layer, l.Cards[school])).ToEquatableList();

    /// <summary>Null until every school has been inspected.</summary>
    public EquatableList<AdvisoryRow>? Advise(EquatableList<InspectionPair> pairs) => sheets.Count == 0 || layers[1].Cards.Count < sheets.Count
        ? null
        : Advisory.Of(Totals(0), Totals(1), pairs);

    private List<(string School, IReadOnlyList<Score> Scores, Exact Total)> Totals(int at) =>
        [.. sheets.Select(s => (s.School, (IReadOnlyList<Score>)Of(s, layers[at].Layer), layers[at].Cards[s.School].Net))];

    private static EquatableList<Score> Of(Sheet sheet, ScoreLayer layer) => layer switch
    {
        ScoreLayer.Self => sheet.SelfScores,
        ScoreLayer.Inspected => sheet.Inspected ?? sheet.Final ?? sheet.Verified,
        ScoreLayer.Final => sheet.Final ?? sheet.Verified,
        _ => sheet.Verified,
    };

    private LayerView View(ScoreLayer layer, Scorecard card) =>
        new(layer, card.Total(rules), Scorecard.Shown(card.Bonus), Scorecard.Shown(card.Penalty), card.Root.All().Select(View).ToEquatableList());

    private static NodeView View(NodeScore node) => new(
        node.Node.Code,
        Shown(node.Points),
        node.Points == node.Uncut ? null : Shown(node.Uncut),
        node.Estimated,
        Shown(node.Best));

    private static decimal? Shown(Exact? number) => number is { } exact ? Scorecard.Shown(exact) : null;
}
