namespace ClusterActors.Campaigns;

/// <summary>
/// A plan in the making: of every pair, whether it is open, taken or closed, and what follows from that. A school has two sides,
/// inspecting (its index) and inspected (n further on).
/// </summary>
internal sealed class InspectionBoard
{
    private enum Mark : byte
    {
        Closed,
        Open,
        Taken,
    }

    private readonly InspectionProblem problem;
    private readonly int schools;
    private readonly Mark[] marks;
    private readonly int[] taken;
    private readonly int[] open;

    // Of each school, how many others it may still meet, in whichever direction.
    private readonly int[] partners;
    private readonly Stack<int> trail = [];
    private long cost;

    public InspectionBoard(InspectionProblem problem)
    {
        (this.problem, schools) = (problem, problem.Schools);
        marks = new Mark[schools * schools];
        (taken, open, partners) = (new int[2 * schools], new int[2 * schools], new int[schools]);
        foreach (var pair in Enumerable.Range(0, marks.Length).Where(pair => problem.May(pair / schools, pair % schools)))
            Set(pair, Mark.Open);
    }

    /// <summary>How many changes were made; <see cref="Back"/> takes it.</summary>
    public (int Changes, long Cost) Now => (trail.Count, cost);

    public EquatableList<InspectionPair> Pairs =>
        problem.Pairs(Enumerable.Range(0, marks.Length).Where(pair => marks[pair] == Mark.Taken).Select(pair => (pair / schools, pair % schools)));

    /// <summary>What every plan that can still come of this costs at least; exact when there is nothing left to try. Null when none can come.</summary>
    public long? Bound()
    {
        var bound = cost;
        for (var school = 0; school < schools; school++)
        {
            var (inspects, inspected) = (school, schools + school);
            if (taken[inspects] + open[inspects] < problem.LeastInspects || taken[inspected] + open[inspected] < problem.LeastInspected)
                return null;
            var off = Off(inspects) + Off(inspected);
            if (!problem.MayBeReciprocal)
            {
                if (partners[school] < Wanting(problem.LeastInspects, inspects) + Wanting(problem.LeastInspected, inspected))
                    return null;
                off = Math.Max(off, (2 * problem.Inspectors) - taken[inspects] - taken[inspected] - partners[school]);
            }

            bound += off * problem.LoadCost;
        }

        return bound;
    }

    /// <summary>The next pair to try: at the most constrained side the cheapest, and among equals the nearest in the ring. Null when none is needed.</summary>
    public int? Next()
    {
        int? side = null;
        for (var other = 0; other < taken.Length; other++)
        {
            if (taken[other] < problem.Inspectors && open[other] > 0 && (side is null || Slack(other) < Slack(side.Value)))
                side = other;
        }

        return side is { } most ? PairAt(most) : null;
    }

    public void Take(int pair)
    {
        var (inspector, inspected) = Math.DivRem(pair, schools);
        cost += Increase(pair);
        Change(pair, Mark.Taken);
        if (!problem.MayBeReciprocal)
            Close(Reverse(pair));
        if (taken[inspector] == problem.Most)
            CloseAll(inspector);
        if (taken[schools + inspected] == problem.Most)
            CloseAll(schools + inspected);
    }

    public void Close(int pair)
    {
        if (marks[pair] == Mark.Open)
            Change(pair, Mark.Closed);
    }

    public void Back((int Changes, long Cost) to)
    {
        while (trail.Count > to.Changes)
            Set(trail.Pop(), Mark.Open);
        cost = to.Cost;
    }

    private int PairAt(int side)
    {
        int? best = null;
        var least = 0L;
        for (var step = 1; step < schools; step++)
        {
            var (pair, facing) = Ahead(side, step);
            var increase = Increase(pair) + (taken[facing] < problem.Inspectors ? 0 : problem.LoadCost);
            if (marks[pair] == Mark.Open && (best is null || increase < least))
                (best, least) = (pair, increase);
        }

        return best ?? throw new InvalidOperationException("A side with open pairs has none.");
    }

    // Around the ring: inspectors look ahead, the inspected look back, so that no two prefer the same one.
    private (int Pair, int Facing) Ahead(int side, int step)
    {
        var other = side < schools ? (side + step) % schools : (side - step) % schools;
        return side < schools ? (Pair(side, other), schools + other) : (Pair(side, other), other);
    }

    // Loads are counted by the bound.
    private long Increase(int pair) =>
        problem.PairCost(pair / schools, pair % schools) + (marks[Reverse(pair)] == Mark.Taken ? problem.ReciprocalCost : 0);

    private int Off(int side) => taken[side] > problem.Inspectors || taken[side] + open[side] < problem.Inspectors ? 1 : 0;

    private int Wanting(int least, int side) => Math.Max(0, least - taken[side]);

    private int Slack(int side) => open[side] + taken[side] - problem.Inspectors;

    private int Pair(int side, int other) => side < schools ? (side * schools) + other : (other * schools) + side - schools;

    private int Reverse(int pair) => ((pair % schools) * schools) + (pair / schools);

    private void CloseAll(int side)
    {
        for (var other = 0; other < schools; other++)
            Close(Pair(side, other));
    }

    private void Change(int pair, Mark mark)
    {
        Set(pair, mark);
        trail.Push(pair);
    }

    private void Set(int pair, Mark mark)
    {
        var (inspector, inspected) = Math.DivRem(pair, schools);
        var before = MayMeet(pair);
        Count(pair, -1);
        marks[pair] = mark;
        Count(pair, 1);
        var change = MayMeet(pair) - before;
        partners[inspector] += change;
        partners[inspected] += change;
    }

    private void Count(int pair, int by)
    {
        if (marks[pair] == Mark.Closed)
            return;
        var counts = marks[pair] == Mark.Open ? open : taken;
        counts[pair / schools] += by;
        counts[schools + (pair % schools)] += by;
    }

    // 1 while the two can still meet and have not met.
    private int MayMeet(int pair)
    {
        var (there, back) = (marks[pair], marks[Reverse(pair)]);
        return there != Mark.Taken && back != Mark.Taken && (there == Mark.Open || back == Mark.Open) ? 1 : 0;
    }
}
