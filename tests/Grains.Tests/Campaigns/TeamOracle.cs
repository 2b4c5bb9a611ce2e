using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Tests.Campaigns;

/// <summary>What a dealing of schools to teams keeps and breaks, told from a matrix of who meets whom; and, for a few schools, the best of all dealings.</summary>
internal static class TeamOracle
{
    /// <param name="Sound">Every school is inspected by somebody, and by nobody in conflict with it unless such stand aside.</param>
    /// <param name="Broken">How often each relaxed rule is broken, in the order of the relaxations.</param>
    public sealed record Verdict(bool Sound, IReadOnlyList<int> Broken);

    public static int TeamsOf(TeamTerms terms) => terms.Inspects == TeamDuty.OwnMembers
        ? Math.Max(1, Math.Min(terms.Number, terms.Roll.Count / 2))
        : Math.Max(2, Math.Min(terms.Number, terms.Roll.Count / 2));

    /// <param name="teamOf">The team of each school, in the order of the roll.</param>
    public static Verdict Judge(TeamTerms terms, int[] teamOf, IReadOnlyList<Relaxation> relaxed)
    {
        var (n, teams, roll) = (terms.Roll.Count, TeamsOf(terms), terms.Roll);
        var all = Enumerable.Range(0, n).ToList();
        var sizes = Enumerable.Range(0, teams).Select(team => teamOf.Count(t => t == team)).ToList();
        var meets = all.Select(i => all.Select(j => i != j && (terms.Inspects == TeamDuty.OwnMembers ? teamOf[i] == teamOf[j] : (teamOf[i] + 1) % teams == teamOf[j])).ToArray()).ToArray();
        var places = roll.Index().ToDictionary(school => school.Item, school => school.Index);
        var (apart, known) = (new bool[n, n], new bool[n, n]);
        foreach (var (one, other) in terms.Conflicts)
            apart[places[one], places[other]] = apart[places[other], places[one]] = true;
        foreach (var (inspector, inspected) in terms.LastYear)
            known[places[inspector], places[inspected]] = true;

        var off = sizes.Sum(size => size < n / teams ? (n / teams) - size : size > (n + teams - 1) / teams ? size - ((n + teams - 1) / teams) : 0);
        var asides = all.Sum(i => all.Count(j => i < j && apart[i, j] && (meets[i][j] || meets[j][i])));
        var repeats = teams == 1 ? 0 : all.Count(j => all.TrueForAll(i => !meets[i][j] || apart[i, j] || known[i, j]));
        var sound = all.TrueForAll(j => all.Exists(i => meets[i][j] && !apart[i, j]))
            && sizes.TrueForAll(size => size >= (terms.Inspects == TeamDuty.OwnMembers ? 2 : 1) && size >= (n / teams) - 1 && size <= ((n + teams - 1) / teams) + 1)
            && (off == 0 || relaxed.Contains(Relaxation.Load)) && (asides == 0 || relaxed.Contains(Relaxation.StandAside)) && (repeats == 0 || relaxed.Contains(Relaxation.Repeat));
        return new(sound, [.. relaxed.Select(rule => rule switch { Relaxation.Load => off, Relaxation.Repeat => repeats, _ => asides })]);
    }

    /// <summary>How often the best dealing breaks each relaxed rule, a later one counting more than any number of earlier ones; null when there is none.</summary>
    public static IReadOnlyList<int>? Fewest(TeamTerms terms, IReadOnlyList<Relaxation> relaxed)
    {
        var (teams, n) = (TeamsOf(terms), terms.Roll.Count);
        return Enumerable.Range(0, (int)Math.Pow(teams, n))
            .Select(number => Judge(terms, [.. Enumerable.Range(0, n).Select(place => number / (int)Math.Pow(teams, place) % teams)], relaxed))
            .Where(verdict => verdict.Sound)
            .Select(verdict => verdict.Broken)
            .MinBy(broken => broken.Reverse().Aggregate(0L, (sum, times) => (sum * 1_000) + times));
    }
}
