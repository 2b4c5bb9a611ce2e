using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Scoring;

/// <summary>A cluster's sheets, layer by layer, as the regulation's tree or its flat criteria reckon them.</summary>
internal sealed class Layers
{
    private readonly ScoreRules rules;
    private readonly EquatableList<Sheet> sheets;
    private readonly List<(ScoreLayer Layer, Dictionary<string, Card> Cards)> layers = [];

    /// <param name="Root">Null under flat criteria, which have no nodes.</param>
    private sealed record Card(Exact Net, Exact Bonus, Exact Penalty, NodeScore? Root);

    /// <param name="ranked">Whether the ranking has been fixed: before that no layer is final.</param>
    public Layers(ScoreRules rules, EquatableList<Sheet> sheets, bool ranked)
    {
        (this.rules, this.sheets) = (rules, sheets);
        Add(ScoreLayer.Self);
        Add(ScoreLayer.Inspected);
        if (ranked)
            Add(ScoreLayer.Final);
        if (sheets.Any(s => s.Final is not null))
            Add(ScoreLayer.Appraised);
    }

    public decimal SelfTotal(string school) => Rounded(layers[0].Cards[school].Net);

    public EquatableList<LayerView> Of(string school) => layers.Where(l => l.Cards.ContainsKey(school)).Select(l => View(l.Layer, l.Cards[school])).ToEquatableList();

    /// <summary>The mean of what is ranked: of the unrounded totals, rounded once like them; null before the ranking.</summary>
    public decimal? Mean() => layers[^1] is { Layer: ScoreLayer.Final or ScoreLayer.Appraised, Cards: { Count: > 0 } cards }
        ? Rounded(Exact.Sum(cards.Values.Select(card => card.Net)) / cards.Count)
        : null;

    /// <summary>Null until every school has been inspected.</summary>
    public EquatableList<AdvisoryRow>? Advise(EquatableList<InspectionPair> pairs) => sheets.Count == 0 || layers[1].Cards.Count < sheets.Count
        ? null
        : Advisory.Of(Totals(0), Totals(1), pairs);

    private void Add(ScoreLayer layer)
    {
        var entered = sheets.Where(s => Of(s, layer).Count > 0).Select(s => (s.School, (IReadOnlyList<Score>)Of(s, layer))).ToList();
        layers.Add((layer, Cards(entered).ToDictionary(c => c.School, c => c.Card, StringComparer.Ordinal)));
    }

    private IEnumerable<(string School, Card Card)> Cards(IReadOnlyCollection<(string School, IReadOnlyList<Score> Scores)> entered) => rules.Tree is { } tree
        ? Scorecard.Of(rules, tree, entered).Select(s => (s.School, new Card(s.Card.Net, s.Card.Bonus, s.Card.Penalty, s.Card.Root)))
        : entered.Select(s => (s.School, Flat(FlatScorecard.Of(rules, s.Scores))));

    private static Card Flat(FlatScorecard card) => new(card.Net, card.Bonus, card.Penalty, null);

    private List<(string School, IReadOnlyList<Score> Scores, Exact Total)> Totals(int at) =>
        [.. sheets.Select(s => (s.School, (IReadOnlyList<Score>)Of(s, layers[at].Layer), layers[at].Cards[s.School].Net))];

    private static EquatableList<Score> Of(Sheet sheet, ScoreLayer layer) => layer switch
    {
        ScoreLayer.Self => sheet.SelfScores,
        ScoreLayer.Inspected => sheet.Inspected ?? sheet.Final ?? sheet.Verified,
        ScoreLayer.Final => sheet.Final ?? sheet.Verified,
        _ => sheet.Verified,
    };

    private decimal Rounded(Exact total) => total.Rounded(rules.Decimals.Value, rules.Rounding.Value);

    private LayerView View(ScoreLayer layer, Card card) =>
        new(layer, Rounded(card.Net), Scorecard.Shown(card.Bonus), Scorecard.Shown(card.Penalty), (card.Root?.All() ?? []).Select(View).ToEquatableList());

    private static NodeView View(NodeScore node) => new(
        node.Node.Code,
        Shown(node.Points),
        node.Points == node.Uncut ? null : Shown(node.Uncut),
        node.Estimated,
        Shown(node.Best));

    private static decimal? Shown(Exact? number) => number is { } exact ? Scorecard.Shown(exact) : null;
}
