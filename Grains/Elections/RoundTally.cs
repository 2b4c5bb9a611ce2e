using ClusterActors.Academy;
using ClusterActors.Ballots;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;

namespace ClusterActors.Elections;

/// <summary>From the counts of a round to its outcome, by the regulation's election rules alone.</summary>
public static class RoundTally
{
    /// <param name="purpose">What a lot would be drawn for.</param>
    /// <param name="seed">Null while none has been asked for.</param>
    /// <returns>Null where a lot must decide and there is no seed.</returns>
    public static RoundOutcome? Outcome(ElectionTerms terms, Round round, string purpose, Seed? seed)
    {
        var rules = terms.Rules;
        var (cast, valid, marks) = round.Counted(rules.Method.Value);
        var roll = (terms.Voters ?? terms.Roll).Count;
        var baseCount = rules.Base.Value.CountOf(roll, cast, valid);
        var quorum = rules.Quorum.Value.IsReachedBy(cast, roll);
        var chain = rules.TieChain.Value;
        var byPlurality = round.Revote || (round.Final && rules.FinalRoundPlurality.Value);
        var reached = quorum ? marks.Where(m => m.Count > 0 && (byPlurality || rules.Threshold.Value.IsMetBy(rules.Above, m.Count, baseCount))).ToList() : [];

        var lot = seed is null ? [] : Draw.Shuffle(reached.Select(m => m.School), SeedBytes.For(purpose, seed), purpose);
        var order = new TieOrder(chain.Where(rule => rule != TieBreak.Revote && (rule != TieBreak.Lot || seed is not null)), terms.Ranking, lot);
        var ordered = reached.Order(order).ToList();

        var again = chain.HasRevote() && !round.Revote;
        var tied = Tied(round, ordered, !round.Final ? new TieOrder([], terms.Ranking, []) : again ? new TieOrder(chain.PartOf(revote: false), terms.Ranking, []) : order);
        var elected = ordered.Take(round.Seats).Except(tied).ToList();
        again = again && tied.Count > 0;

        // In the last round also whom the lot would keep out is among its equals, unless they vote again.
        var apart = round.Final && !again ? ordered.Take(round.Seats + 1).ToList() : elected;
        if (seed is null && chain.Contains(TieBreak.Lot) && apart.Zip(apart.Skip(1)).Any(pair => order.Compare(pair.First, pair.Second) == 0))
            return null;

        var schools = elected.Select(m => m.School).ToEquatableList();
        var staying = again ? tied.Select(m => m.School).Order(StringComparer.Ordinal).ToEquatableList() : Staying(round, marks, schools, quorum, rules.StayPerSeat.Value);
        return new(quorum, baseCount, marks, schools, staying, seed);
    }

    // Of equals at the last seat none is elected: while rounds remain of those with equal marks, in the last round of those whom the chain could not part.
    private static List<Marks> Tied(Round round, List<Marks> ordered, TieOrder seat) =>
        ordered.Count > round.Seats && seat.Compare(ordered[round.Seats - 1], ordered[round.Seats]) == 0
            ? ordered.FindAll(m => seat.Compare(m, ordered[round.Seats]) == 0)
            : [];

    // Who stays is told by marks alone; a void round has none that count, so everybody stays.
    private static EquatableList<string> Staying(Round round, EquatableList<Marks> marks, EquatableList<string> elected, bool quorum, int perSeat)
    {
        var places = (round.Seats - elected.Count) * perSeat;
        if (round.Final || places == 0)
            return [];
        var left = Best.MarksOf(round.Candidates.Except(elected), marks);
        return (quorum ? Best.Of(left, places) : left.Select(m => m.School)).ToEquatableList();
    }
}
