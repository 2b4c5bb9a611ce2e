using ClusterActors.Academy;
using ClusterActors.Ballots;

namespace ClusterActors.Campaigns;

/// <summary>From the counts of a vote to its outcome, by the regulation's rule record alone.</summary>
public static class Tally
{
    /// <param name="roll">Members on the frozen roll.</param>
    /// <param name="cast">Ballots returned.</param>
    /// <param name="valid">Valid ballots among them.</param>
    /// <param name="seed">Committed before the outcome could be known; used only by a lot.</param>
    public static VoteOutcome Outcome(
        VoteRules rules, int roll, int cast, int valid, IEnumerable<Marks> marks, EquatableList<RankingRow> ranking, ReadOnlyMemory<byte> seed)
    {
        var counted = marks.OrderBy(m => m.School, StringComparer.Ordinal).ToEquatableList();
        var baseCount = rules.Base.Value.CountOf(roll, cast, valid);
        var quorum = rules.Quorum.Value.IsReachedBy(cast, roll);
        var reached = quorum ? counted.Where(m => m.Count > 0 && rules.Threshold.Value.IsReachedBy(m.Count, baseCount)).ToList() : [];

        var lot = Draw.Shuffle(reached.Select(m => m.School), seed, $"vote {rules.Award}");
        var order = new TieOrder(rules.TieChain.Value, ranking, lot);
        var ordered = reached.Order(order).ToList();
        var quota = rules.Quota.Value;

        // Equals on both sides of the last place, which the chain could not part, all stay out.
        var chosen = ordered.Take(quota);
        if (ordered.Count > quota && order.Compare(ordered[quota - 1], ordered[quota]) == 0)
            chosen = chosen.Where(m => order.Compare(m, ordered[quota]) != 0);

        return new(quorum, baseCount, counted, chosen.Select(m => m.School).ToEquatableList(), order.LotUsed ? Convert.ToHexStringLower(seed.Span) : null);
    }
}
