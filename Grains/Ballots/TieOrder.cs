using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Ballots;

/// <summary>Best first: by marks, then by the chain.</summary>
/// <param name="lot">Everyone compared, in the order drawn; may be empty where the chain has no lot.</param>
internal sealed class TieOrder(IEnumerable<TieBreak> chain, EquatableList<RankingRow> ranking, string[] lot) : IComparer<Marks>
{
    public int Compare(Marks? x, Marks? y)
    {
        if (x!.School == y!.School)
            return 0;
        var (a, b) = (Row(x), Row(y));
        return chain.Aggregate(y.Count.CompareTo(x.Count), (so, rule) => so != 0 ? so : rule switch
        {
            TieBreak.Score => b.Total.CompareTo(a.Total),
            TieBreak.FewerPenalties => a.Penalty.CompareTo(b.Penalty),
            TieBreak.Bonus => b.Bonus.CompareTo(a.Bonus),
            _ => Array.IndexOf(lot, x.School).CompareTo(Array.IndexOf(lot, y.School)),
        });
    }

    // Who has not been ranked, as a member that joined after the scoring, stands there without points.
    private RankingRow Row(Marks marks) => ranking.FirstOrDefault(r => r.School == marks.School) ?? new(0, marks.School, 0, 0, 0);
}
