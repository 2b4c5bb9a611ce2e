using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>
/// The draw of who inspects whom: pure, and the same for the same terms and seed in whatever order the terms are listed. With
/// nothing relaxed first, then with one agreed relaxation after another, each time by rotation and, where that does not do, by
/// search. See docs/decisions/0010.
/// </summary>
public static class InspectionDraw
{
    /// <summary>
    /// For regulations from before they could set a limit, which are never changed afterwards. It bounds work, not who may inspect
    /// whom: a draw beyond it is asked for anew with a relaxation, and says so.
    /// </summary>
    public const int DefaultSearchLimit = 200_000;

    /// <param name="allowed">What the regulation allows to be relaxed, in its order.</param>
    /// <param name="agreed">What the head has agreed to: the first of <paramref name="allowed"/>, or none.</param>
    /// <param name="searchLimit">Most steps of one search; there is one search with nothing relaxed and one for each agreed relaxation.</param>
    /// <exception cref="ArgumentException"><paramref name="agreed"/> are not the first of <paramref name="allowed"/>.</exception>
    public static InspectionOutcome Of(
        InspectionTerms terms, IReadOnlyList<Relaxation> allowed, IReadOnlyList<Relaxation> agreed, int searchLimit, ReadOnlyMemory<byte> seed)
    {
        if (!IsAgreeable(allowed, agreed))
            throw new ArgumentException("Relaxations are agreed to in the order in which the regulation allows them.", nameof(agreed));
        for (var stage = 0; ; stage++)
        {
            var problem = new InspectionProblem(terms, [.. agreed.Take(stage)], seed);
            var rotation = InspectionRotation.Best(problem);
            var search = InspectionSearch.Below(problem, rotation?.Cost, searchLimit);
            if (search.Best is { } found)
                return Drawn(found, DrawMethod.Search);
            if (rotation is not null)
                return Drawn(rotation, DrawMethod.Rotation);
            if (stage == agreed.Count)
                return new InspectionOutcome.Impossible(problem.Standing(), problem.Stranded(), Next(), search.IsCut);
        }

        Relaxation? Next() => agreed.Count < allowed.Count ? allowed[agreed.Count] : null;

        InspectionOutcome Drawn(InspectionCandidate candidate, DrawMethod how) =>
            new InspectionOutcome.Drawn(candidate.Pairs, how, RelaxedRules.Of(terms, candidate.Pairs, agreed));
    }

    /// <summary>Whether relaxations are the first of those that are allowed.</summary>
    public static bool IsAgreeable(IReadOnlyList<Relaxation> allowed, IReadOnlyList<Relaxation> agreed) =>
        allowed.Take(agreed.Count).SequenceEqual(agreed);
}

/// <summary>A plan that keeps the rules of its problem, and what its broken relaxed rules cost.</summary>
internal sealed record InspectionCandidate(EquatableList<InspectionPair> Pairs, long Cost);
