using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>
/// The terms of a draw of teams in numbers. Schools are indices in a drawn order, so that ties broken by index favour nobody; teams stand in a
/// ring, and each inspects its own members or those of the next. Broken relaxed rules have costs as in <see cref="InspectionProblem"/>.
/// </summary>
internal sealed class TeamProblem
{
    private readonly TeamTerms terms;
    private readonly string[] schools;
    private readonly bool[,] conflicts;
    private readonly bool[,] lastYear;
    private readonly EquatableList<Relaxation> relaxed;
    private readonly ReadOnlyMemory<byte> seed;

    public TeamProblem(TeamTerms terms, EquatableList<Relaxation> relaxed, ReadOnlyMemory<byte> seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(terms.Number, 1);
        (this.terms, this.relaxed, this.seed) = (terms, relaxed, seed);
        schools = Draw.Shuffle(terms.Roll, seed, "cross-inspection teams");
        var indices = schools.Index().ToDictionary(s => s.Item, s => s.Index);
        conflicts = Matrix(terms.Conflicts.SelectMany(c => new[] { (c.One, c.Other), (c.Other, c.One) }));
        lastYear = Matrix(terms.LastYear.Select(p => (p.Inspector, p.Inspected)));
        InConflict = [.. Enumerable.Range(0, Schools).Select(s => Enumerable.Range(0, Schools).Where(other => conflicts[s, other]).ToArray())];
        Teams = AreOwn ? Math.Clamp(Schools / 2, 1, terms.Number) : Math.Max(2, Math.Min(terms.Number, Schools / 2));
        (MayStandAside, AsideCost) = (relaxed.Contains(Relaxation.StandAside), CostOf(Relaxation.StandAside));

        bool[,] Matrix(IEnumerable<(string Row, string Column)> marked)
        {
            var matrix = new bool[schools.Length, schools.Length];
            foreach (var (row, column) in marked)
            {
                if (row != column && indices.TryGetValue(row, out var i) && indices.TryGetValue(column, out var j))
                    matrix[i, j] = true;
            }

            return matrix;
        }
    }

    public int Schools => schools.Length;

    public int Teams { get; }

    public IReadOnlyList<int[]> InConflict { get; }

    /// <summary>Fewest members of a team; among its own somebody else has to inspect each.</summary>
    public int Least => Math.Max(AreOwn ? 2 : 1, Share - Spread);

    public int Most => LargerShare + Spread;

    public bool AreOwn => terms.Inspects == TeamDuty.OwnMembers;

    public bool MayStandAside { get; }

    /// <summary>One team is always the same.</summary>
    public bool MayRepeat => Teams == 1 || relaxed.Contains(Relaxation.Repeat);

    /// <summary>Of two schools in conflict that the teams bring together, one of which stands aside for the other.</summary>
    public long AsideCost { get; }

    /// <summary>What a plan costs at least, given that there was none without the last relaxation.</summary>
    public long LeastCost => relaxed.Count == 0 ? 0 : CostOf(relaxed[^1]);

    private int Share => Schools / Teams;

    private int LargerShare => (Schools + Teams - 1) / Teams;

    private int Spread => relaxed.Contains(Relaxation.Load) ? 1 : 0;

    /// <summary>The team that a team's members are inspected by.</summary>
    public int InspectingOf(int team) => AreOwn ? team : (team + Teams - 1) % Teams;

    /// <summary>The team whose members a team inspects.</summary>
    public int InspectedBy(int team) => AreOwn ? team : (team + 1) % Teams;

    /// <summary>Whether somebody of a team can inspect a school, and somebody who has not last year; a school passes over itself.</summary>
    public (bool AnyInspects, bool AnyIsNew) Meets(int school, IEnumerable<int> team)
    {
        var inspectors = team.Where(member => member != school && !conflicts[member, school]).ToList();
        return (inspectors.Count > 0, inspectors.Exists(member => !lastYear[member, school]));
    }

    /// <summary>What it costs that so many schools meet nobody new, and that teams have these sizes.</summary>
    public long CostOf(int repeats, IEnumerable<int> sizes) =>
        (Teams == 1 ? 0 : repeats * CostOf(Relaxation.Repeat)) + (sizes.Sum(size => Math.Max(0, Share - size) + Math.Max(0, size - LargerShare)) * CostOf(Relaxation.Load));

    /// <summary>All schools in another drawn order.</summary>
    public int[] Order(int attempt)
    {
        var places = Draw.Shuffle(schools, seed, FormattableString.Invariant($"cross-inspection deal {attempt}")).Index().ToDictionary(s => s.Item, s => s.Index);
        return [.. schools.Select(school => places[school])];
    }

    /// <param name="teamOf">The team of each school.</param>
    public EquatableList<InspectionTeam> Drawn(int[] teamOf)
    {
        var members = Enumerable.Range(0, Teams).Select(team => schools.Where((_, s) => teamOf[s] == team).ToEquatableList()).ToList();
        return Enumerable.Range(0, Teams).Select(team => Drawn(team + 1, members[team], members[InspectedBy(team)])).ToEquatableList();
    }

    /// <summary>The rules that are in force and bear on these schools.</summary>
    public EquatableList<InspectionRule> Standing() =>
    [
        .. conflicts.Cast<bool>().Any(c => c) ? [InspectionRule.Conflict] : Array.Empty<InspectionRule>(),
        .. lastYear.Cast<bool>().Any(r => r) && !MayRepeat ? [InspectionRule.Repeat] : Array.Empty<InspectionRule>(),
        InspectionRule.Load,
    ];

    /// <summary>Schools that are in conflict with too many, whatever team they come into.</summary>
    public EquatableList<string> Stranded() =>
        Enumerable.Range(0, Schools).Where(s => Schools - 1 - InConflict[s].Length < Needed).Select(s => schools[s]).Order(StringComparer.Ordinal).ToEquatableList();

    private int Needed => MayStandAside ? 1 : AreOwn ? Least - 1 : Teams == 2 ? Least : 2 * Least;

    private InspectionTeam Drawn(int number, EquatableList<string> members, EquatableList<string> inspects) => new(
        number,
        members,
        inspects.Order(StringComparer.Ordinal).ToEquatableList(),
        terms.OneSite ? Draw.Shuffle(inspects, seed, "cross-inspection sites")[0] : null);

    private long CostOf(Relaxation relaxation)
    {
        var moreThanCanBeBroken = ((long)Schools * Schools) + 1;
        return relaxed.TakeWhile(r => r != relaxation).Aggregate(1L, (cost, _) => cost * moreThanCanBeBroken);
    }
}
