namespace ClusterActors.Campaigns;

/// <summary>
/// Exact search for the cheapest teams: deal the school to which the fewest teams are open, and when nothing comes of one team try the next. It ends
/// when everything was tried, when nothing cheaper is possible, or after a number of steps; no clock is asked.
/// </summary>
internal sealed class TeamSearch
{
    private readonly TeamProblem problem;
    private readonly TeamBoard board;
    private readonly int limit;
    private TeamCandidate? best;
    private long? below;
    private int steps;

    private TeamSearch(TeamProblem problem, int[] order, long? cost, int limit) =>
        (this.problem, board, below, this.limit) = (problem, new(problem, order), cost, limit);

    private bool IsCut => steps >= limit;

    /// <param name="order">The place of each school among equals.</param>
    /// <param name="cost">What teams must cost less than; null for any.</param>
    /// <param name="limit">Most steps; a step is one school dealt.</param>
    /// <returns>The cheapest teams found; when the search was not cut, there are no cheaper ones.</returns>
    public static (TeamCandidate? Best, bool IsCut) Below(TeamProblem problem, int[] order, long? cost, int limit)
    {
        if (cost <= problem.LeastCost)
            return (null, false);
        var search = new TeamSearch(problem, order, cost, limit);
        var isDone = search.Try();
        return (search.best, !isDone);
    }

    /// <returns>Whether all was tried from here, or nothing cheaper is possible.</returns>
    private bool Try()
    {
        if (board.IsDealt)
        {
            if (board.Cost() is { } cost && !(cost >= below))
                (best, below) = (new(board.TeamOf, cost), cost);
            return true;
        }

        var (school, teams) = board.Next();
        foreach (var team in teams)
        {
            if (IsCut)
                return false;
            steps++;
            var isDone = !board.Deal(school, team) || board.Bound >= below || Try();
            board.Back(school);
            if (!isDone || best?.Cost <= problem.LeastCost)
                return isDone;
        }

        return true;
    }
}

/// <summary>Teams that keep the rules of their problem, and what their broken relaxed rules cost.</summary>
internal sealed record TeamCandidate(int[] TeamOf, long Cost);
