namespace ClusterActors.Campaigns;

/// <summary>
/// The schools stand in a ring in a drawn order, and each inspects those at the same steps ahead. Everybody's load is equal by
/// construction, nobody inspects itself, and without opposite steps (d and n - d) nobody inspects back.
/// </summary>
internal static class InspectionRotation
{
    // Each costs as much as a few hundred steps of the search, and one of so few is enough wherever there are no conflicts.
    private const int Rings = 32;

    /// <summary>The cheapest rotation of those tried, the earliest among equals.</summary>
    public static InspectionCandidate? Best(InspectionProblem problem)
    {
        InspectionCandidate? best = null;
        for (var attempt = 0; attempt < Rings && !(best?.Cost <= problem.LeastCost); attempt++)
        {
            var ring = problem.Ring(attempt);
            if (Steps(problem, ring, problem.Steps(attempt)) is var (steps, cost) && !(best?.Cost <= cost))
                best = new(problem.Pairs(ring.SelectMany((school, at) => steps.Select(step => (school, ring[(at + step) % ring.Length])))), cost);
        }

        return best;
    }

    private static (List<int> Steps, long Cost)? Steps(InspectionProblem problem, int[] ring, int[] drawn)
    {
        var free = drawn.Select(step => (Step: step, Cost: Cost(problem, ring, step))).Where(s => s.Cost is not null).ToList();
        var (chosen, total) = (new List<int>(), 0L);
        while (chosen.Count < problem.Inspectors)
        {
            var open = free
                .Where(s => !chosen.Contains(s.Step))
                .Select(s => (s.Step, Mutual: Mutual(ring.Length, s.Step, chosen), s.Cost))
                .Where(s => s.Mutual == 0 || problem.MayBeReciprocal)
                .Select(s => (s.Step, Cost: s.Cost!.Value + (s.Mutual * problem.ReciprocalCost)))
                .ToList();
            if (open.Count == 0)
                return null;
            var (next, cost) = open.MinBy(s => s.Cost);
            chosen.Add(next);
            total += cost;
        }

        return (chosen, total);
    }

    // Null when the step brings two together that must not meet.
    private static long? Cost(InspectionProblem problem, int[] ring, int step)
    {
        var cost = 0L;
        for (var at = 0; at < ring.Length; at++)
        {
            var inspected = ring[(at + step) % ring.Length];
            if (!problem.May(ring[at], inspected))
                return null;
            cost += problem.PairCost(ring[at], inspected);
        }

        return cost;
    }

    // How many pairs of schools come to inspect each other.
    private static int Mutual(int schools, int step, List<int> chosen) =>
        2 * step == schools ? step : chosen.Contains(schools - step) ? schools : 0;
}
