using ClusterActors.Academy;
using ClusterActors.Ballots;

namespace ClusterActors.Campaigns;

/// <summary>From the counts of a vote to its outcome, by the regulation's rule record alone.</summary>
public static class Tally
{
    /// <param name="roll">Members on the frozen roll.</param>
    /// <param name="cast">Ballots returned.</param>
    /// <param name="valid">Valid ballots among them.</param>
    /// <param name="seed">For a lot; null while none has been drawn.</param>
    /// <param name="seats">How many can be chosen; null: the quota.</param>
    /// <param name="revote">The candidates were equals in the round before, and have reached the threshold there.</param>
    /// <returns>Null when equals stand at the last place, a lot has to part them, and there is no seed yet.</returns>
    public static VoteOutcome? Outcome(
        VoteRules rules, int roll, int cast, int valid, IEnumerable<Marks> marks, EquatableList<RankingRow> ranking, ReadOnlyMemory<byte>? seed, int? seats = null,
        bool revote = false)
    {
        var counted = marks.OrderBy(m => m.School, StringComparer.Ordinal).ToEquatableList();
        var baseCount = rules.Base.Value.CountOf(roll, cast, valid);
        var quorum = rules.Quorum.Value.IsReachedBy(cast, roll);
        var reached = quorum ? counted.Where(m => m.Count > 0 && (revote || rules.Threshold.Value.IsMetBy(rules.Above, m.Count, baseCount))).ToList() : [];
        var chain = rules.TieChain.Value.PartOf(revote);
        var (order, places) = (new TieOrder(chain.Where(rule => rule != TieBreak.Lot), ranking, []), seats ?? rules.Quota.Value);
        var ordered = reached.OrderBy(m => m, order).ThenBy(m => m.School, StringComparer.Ordinal).ToList();
        if (ordered.Count <= places || order.Compare(ordered[places - 1], ordered[places]) != 0)
            return new(quorum, baseCount, counted, ordered.Take(places).Select(m => m.School).ToEquatableList(), null);

        // Equals stand on both sides of the last place: they are voted on once more, a lot parts them, or all of them stay out.
        var equals = ordered.Where(m => order.Compare(m, ordered[places]) == 0).Select(m => m.School).ToList();
        var clear = ordered.TakeWhile(m => order.Compare(m, ordered[places]) != 0).Select(m => m.School).ToList();
        if (!revote && rules.TieChain.Value.HasRevote())
            return new(quorum, baseCount, counted, [.. clear], null, [.. equals]);
        if (!chain.Contains(TieBreak.Lot))
            return new(quorum, baseCount, counted, [.. clear], null);
        return seed is { } drawn
            ? new(quorum, baseCount, counted, [.. clear.Concat(Draw.Shuffle(equals, drawn, $"vote {rules.Award}")).Take(places)], Convert.ToHexStringLower(drawn.Span))
            : null;
    }
}
