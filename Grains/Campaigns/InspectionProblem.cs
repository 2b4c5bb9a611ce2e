using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>
/// The terms of a draw in numbers. Schools are indices in a drawn order, so that ties broken by index favour nobody. Every broken
/// relaxed rule has a cost: one of a later relaxation costs more than all that can be broken of the earlier ones together.
/// </summary>
internal sealed class InspectionProblem
{
    private readonly string[] schools;
    private readonly Dictionary<string, int> indices;
    private readonly bool[,] conflicts;
    private readonly bool[,] lastYear;
    private readonly EquatableList<Relaxation> relaxed;
    private readonly ReadOnlyMemory<byte> seed;
    private readonly int spread;

    public InspectionProblem(InspectionTerms terms, EquatableList<Relaxation> relaxed, ReadOnlyMemory<byte> seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(terms.Inspectors, 1);
        (this.relaxed, this.seed, Inspectors) = (relaxed, seed, terms.Inspectors);
        (MayRepeat, MayBeReciprocal) = (relaxed.Contains(Relaxation.Repeat), relaxed.Contains(Relaxation.Reciprocal));
        spread = relaxed.Contains(Relaxation.Load) ? 1 : 0;
        schools = Draw.Shuffle(terms.Roll, seed, "cross-inspection");
        indices = schools.Index().ToDictionary(s => s.Item, s => s.Index);
        (RepeatCost, LoadCost, ReciprocalCost) = (CostOf(Relaxation.Repeat), CostOf(Relaxation.Load), CostOf(Relaxation.Reciprocal));
        conflicts = new bool[Schools, Schools];
        lastYear = new bool[Schools, Schools];
        foreach (var (one, other) in terms.Conflicts.Concat(terms.Conflicts.Select(c => new Conflict(c.Other, c.One))))
            Mark(conflicts, one, other);
        foreach (var (inspector, inspected) in terms.LastYear)
            Mark(lastYear, inspector, inspected);
    }

    public int Schools => schools.Length;

    public int Inspectors { get; }

    public bool MayRepeat { get; }

    public bool MayBeReciprocal { get; }

    /// <summary>Fewest that a school inspects.</summary>
    public int LeastInspects => Inspectors - spread;

    /// <summary>Fewest that a school is inspected by; never none, because its inspection could not end.</summary>
    public int LeastInspected => Math.Max(1, Inspectors - spread);

    /// <summary>Most that a school inspects, and is inspected by.</summary>
    public int Most => Inspectors + spread;

    /// <summary>Of one more or one fewer, inspecting or inspected.</summary>
    public long LoadCost { get; }

    /// <summary>Of two schools that inspect each other.</summary>
    public long ReciprocalCost { get; }

    /// <summary>Of one pair of last year.</summary>
    public long RepeatCost { get; }

    /// <summary>What a plan costs at least, given that there was none without the last relaxation.</summary>
    public long LeastCost => relaxed.Count == 0 ? 0 : CostOf(relaxed[^1]);

    public bool May(int inspector, int inspected) =>
        inspector != inspected && !conflicts[inspector, inspected] && (MayRepeat || !lastYear[inspector, inspected]);

    /// <summary>What a pair costs for itself: a repeat's cost, or nothing.</summary>
    public long PairCost(int inspector, int inspected) => lastYear[inspector, inspected] ? RepeatCost : 0;

    /// <summary>All schools in another drawn order.</summary>
    public int[] Ring(int attempt) => [.. Draw.Shuffle(schools, seed, FormattableString.Invariant($"cross-inspection ring {attempt}")).Select(s => indices[s])];

    /// <summary>The steps 1 to n - 1 in a drawn order.</summary>
    public int[] Steps(int attempt)
    {
        var steps = Enumerable.Range(1, Math.Max(0, Schools - 1)).ToDictionary(step => FormattableString.Invariant($"{step}"));
        return [.. Draw.Shuffle(steps.Keys, seed, FormattableString.Invariant($"cross-inspection steps {attempt}")).Select(step => steps[step])];
    }

    public EquatableList<InspectionPair> Pairs(IEnumerable<(int Inspector, int Inspected)> pairs) => pairs
        .Select(p => new InspectionPair(schools[p.Inspector], schools[p.Inspected]))
        .OrderBy(p => p.Inspector, StringComparer.Ordinal).ThenBy(p => p.Inspected, StringComparer.Ordinal)
        .ToEquatableList();

    /// <summary>The rules that are in force and bear on these schools.</summary>
    public EquatableList<InspectionRule> Standing()
    {
        var standing = new List<InspectionRule>();
        if (conflicts.Cast<bool>().Any(c => c))
            standing.Add(InspectionRule.Conflict);
        if (lastYear.Cast<bool>().Any(r => r) && !MayRepeat)
            standing.Add(InspectionRule.Repeat);
        standing.Add(InspectionRule.Load);
        if (!MayBeReciprocal)
            standing.Add(InspectionRule.Reciprocal);
        return [.. standing];
    }

    /// <summary>Schools that cannot reach their numbers whatever the others do.</summary>
    public EquatableList<string> Stranded() => Enumerable.Range(0, Schools).Where(IsStranded).Select(s => schools[s]).Order(StringComparer.Ordinal).ToEquatableList();

    private bool IsStranded(int school)
    {
        var others = Enumerable.Range(0, Schools).ToList();
        return others.Count(o => May(school, o)) < LeastInspects
            || others.Count(o => May(o, school)) < LeastInspected
            || (!MayBeReciprocal && others.Count(o => May(school, o) || May(o, school)) < LeastInspects + LeastInspected);
    }

    private long CostOf(Relaxation relaxation)
    {
        var moreThanCanBeBroken = (2L * Schools * (Inspectors + 1)) + 1;
        return relaxed.TakeWhile(r => r != relaxation).Aggregate(1L, (cost, _) => cost * moreThanCanBeBroken);
    }

    private void Mark(bool[,] matrix, string row, string column)
    {
        if (indices.TryGetValue(row, out var i) && indices.TryGetValue(column, out var j))
            matrix[i, j] = true;
    }
}
