using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Elections;

namespace ClusterActors.Simulation.Invariants;

/// <summary>What a round of an election comes to, counted once more.</summary>
/// <param name="Elected">Best first.</param>
/// <param name="Staying">Candidates of the next round, in the order of their codes.</param>
internal sealed record RoundCount(List<string> Elected, List<string> Staying)
{
    /// <param name="seed">Of the lot that was drawn; null where none was.</param>
    /// <param name="purpose">What the lot was drawn for.</param>
    /// <returns>Null where a lot has to part equals.</returns>
    public static RoundCount? Of(Ballot ballot, ElectionRules rules, EquatableList<RankingRow> ranking, bool final, string purpose, byte[]? seed)
    {
        var plurality = final && rules.FinalRoundPlurality.Value;
        bool Enough(int marks) => plurality || ballot.IsEnough(marks);
        var chain = rules.TieChain.Value;
        var tied = VoteOracle.Tied(ballot, chain, VoteOracle.Classes(ballot, Enough, final ? VoteOracle.Chain(ballot, chain) : [], ranking));
        var classes = VoteOracle.Classes(ballot, Enough, chain, ranking);
        var lots = chain.Contains(TieBreak.Lot);
        if (lots && seed is not null)
            classes = [.. classes.SelectMany(equals => VoteOracle.Lot(equals, seed, purpose)).Select(school => new List<string> { school })];
        var elected = tied is null ? ElectedOf(ballot, classes, final) : [.. classes.SelectMany(equals => equals).Take(ballot.Places).Except(tied)];
        var parted = final && tied is null ? ballot.Places + 1 : elected.Count;
        return lots && seed is null && classes.Any(equals => equals.Count > 1 && FirstPlaceOf(classes, equals) < parted - 1) ? null
            : new(elected, tied is null ? StayingOf(ballot, elected, rules.StayPerSeat.Value, final) : [.. tied.Order(StringComparer.Ordinal)]);
    }

    // Of equals about the last seat nobody is elected: in the last round equals by the whole chain, before it those with equal marks.
    private static List<string> ElectedOf(Ballot ballot, List<List<string>> classes, bool final)
    {
        var marks = ballot.Marks;
        var groups = final ? classes : [.. classes.SelectMany(c => c).GroupBy(s => marks[s]).Select(g => g.ToList())];
        var elected = new List<string>();
        foreach (var group in groups.TakeWhile(group => elected.Count + group.Count <= ballot.Places))
            elected.AddRange(group);
        return elected;
    }

    private static int FirstPlaceOf(List<List<string>> classes, List<string> equals) => classes.TakeWhile(c => c != equals).Sum(c => c.Count);

    private static List<string> StayingOf(Ballot ballot, List<string> elected, int perSeat, bool final)
    {
        var places = (ballot.Places - elected.Count) * perSeat;
        if (final || places == 0)
            return [];
        var marks = ballot.Marks;
        var left = ballot.Candidates.Where(s => !elected.Contains(s)).ToList();
        return [.. left.Where(s => !ballot.Quorum || left.Count(other => marks.GetValueOrDefault(other) > marks.GetValueOrDefault(s)) < places).Order(StringComparer.Ordinal)];
    }
}
