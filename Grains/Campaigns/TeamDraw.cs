using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>
/// The draw of pooled teams: pure, and the same for the same terms and seed in whatever order the terms are listed. With nothing relaxed first,
/// then with one agreed relaxation after another, each time by dealing the schools out a few times and then by search. See docs/decisions/0031.
/// </summary>
public static class TeamDraw
{
    private const int Deals = 32;

    /// <param name="allowed">What the regulation allows to be relaxed, in its order.</param>
    /// <param name="agreed">What the head has agreed to: the first of <paramref name="allowed"/>, or none.</param>
    /// <param name="searchLimit">Most steps of one search; there is one search with nothing relaxed and one for each agreed relaxation.</param>
    /// <exception cref="ArgumentException"><paramref name="agreed"/> are not the first of <paramref name="allowed"/>.</exception>
    public static InspectionOutcome Of(
        TeamTerms terms, IReadOnlyList<Relaxation> allowed, IReadOnlyList<Relaxation> agreed, int searchLimit, ReadOnlyMemory<byte> seed)
    {
        if (!InspectionDraw.IsAgreeable(allowed, agreed))
            throw new ArgumentException("Relaxations are agreed to in the order in which the regulation allows them.", nameof(agreed));
        for (var stage = 0; ; stage++)
        {
            var problem = new TeamProblem(terms, [.. agreed.Take(stage)], seed);
            if (problem.Schools < 2)
                return new InspectionOutcome.Impossible(problem.Standing(), terms.Roll, null, Cut: false);
            var dealt = Dealt(problem);
            var search = TeamSearch.Below(problem, problem.Order(0), dealt?.Cost, searchLimit);
            if ((search.Best ?? dealt) is { } found)
                return Drawn(terms, agreed, problem.Drawn(found.TeamOf), search.Best is null ? DrawMethod.Dealing : DrawMethod.Search);
            if (stage == agreed.Count)
                return new InspectionOutcome.Impossible(problem.Standing(), problem.Stranded(), agreed.Count < allowed.Count ? allowed[agreed.Count] : null, search.IsCut);
        }
    }

    // Going back a little where a deal ends badly, but not for long: the next may come out at once.
    private static TeamCandidate? Dealt(TeamProblem problem)
    {
        TeamCandidate? best = null;
        for (var attempt = 0; attempt < Deals && !(best?.Cost <= problem.LeastCost); attempt++)
            best = TeamSearch.Below(problem, problem.Order(attempt), best?.Cost, 4 * problem.Schools).Best ?? best;
        return best;
    }

    private static InspectionOutcome.Drawn Drawn(TeamTerms terms, IReadOnlyList<Relaxation> agreed, EquatableList<InspectionTeam> teams, DrawMethod how)
    {
        var pairs = TeamPlan.Pairs(teams, terms.Conflicts);
        return new(pairs, how, TeamPlan.Relaxed(terms, teams, pairs, agreed), teams);
    }
}
