namespace ClusterActors.Campaigns;

/// <summary>
/// Exact search for the cheapest plan: take a pair at the most constrained school, and when nothing comes of it, close that pair
/// and go on. It ends when everything was tried, when no cheaper plan is possible, or after a number of steps; no clock is asked.
/// </summary>
internal static class InspectionSearch
{
    /// <param name="cost">What a plan must cost less than; null for any.</param>
    /// <param name="limit">Most steps; a step is one look at a board.</param>
    /// <returns>The cheapest plan found; when the search was not cut, there is no cheaper one.</returns>
    public static (InspectionCandidate? Best, bool IsCut) Below(InspectionProblem problem, long? cost, int limit)
    {
        InspectionCandidate? best = null;
        if (cost <= problem.LeastCost)
            return (null, false);
        var board = new InspectionBoard(problem);
        var tried = new Stack<(int Pair, (int, long) Before)>();
        for (var step = 0; step < limit; step++)
        {
            if (board.Bound() is { } bound && !(bound >= (best?.Cost ?? cost)))
            {
                if (board.Next() is { } next)
                {
                    tried.Push((next, board.Now));
                    board.Take(next);
                    continue;
                }

                best = new(board.Pairs, bound);
                if (bound <= problem.LeastCost)
                    return (best, false);
            }

            if (!tried.TryPop(out var last))
                return (best, false);
            board.Back(last.Before);
            board.Close(last.Pair);
        }

        return (best, true);
    }
}
