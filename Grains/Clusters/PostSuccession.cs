namespace ClusterActors.Clusters;

/// <summary>
/// What becomes of the posts of schools that leave a cluster. The heir, where there is one, serves in the first post that falls free and is
/// not its own already; else the first deputy acts as head, the others move up. Somebody always leads, whatever leaves.
/// </summary>
/// <param name="leaving">Schools that are members no more.</param>
/// <param name="heir">The member that the posts of those pass to; null where none does.</param>
/// <param name="members">The members since then, at least one.</param>
internal sealed class PostSuccession(IReadOnlyCollection<string> leaving, string? heir, EquatableList<string> members)
{
    public Posts Of(ClusterState.Formed cluster)
    {
        var queue = Remaining(cluster.Queue);
        var inOffice = cluster.InOffice is { } now ? InOffice(now, queue) : null;
        var (proposed, recognised) = (Next(cluster.Proposed, inOffice, queue), Next(cluster.Recognised, inOffice, queue));
        return new(
            inOffice,
            queue.Where(school => inOffice is null || (school != inOffice.Head && !inOffice.Deputies.Contains(school))).ToEquatableList(),
            proposed,
            recognised,
            Vacancy(cluster.Vacancy, inOffice, recognised ?? proposed));
    }

    /// <summary>Officers of the next year that somebody proposes or recognises who has not heard of it.</summary>
    public Officers Settled(Officers next, ClusterState.Formed cluster) => Next(next, cluster.InOffice, cluster.Queue)!;

    private Officers InOffice(Officers now, EquatableList<string> queue)
    {
        if (!leaving.Contains(now.Head))
            return now with { Deputies = Without(now.Head, Remaining(now.Deputies)) };
        if (heir is not null)
            return now with { Head = heir, Deputies = Without(heir, Remaining(now.Deputies)) };
        var acting = Remaining(now.Deputies).Concat(queue).Concat(members).First();
        return new(now.Year, acting, Without(acting, Remaining(now.Deputies)), Acting: true);
    }

    private Officers? Next(Officers? next, Officers? inOffice, EquatableList<string> queue)
    {
        if (next is null || !leaving.Contains(next.Head))
            return next is null ? null : next with { Deputies = Without(next.Head, Remaining(next.Deputies)) };
        var deputies = Remaining(next.Deputies);
        return (heir ?? deputies.Concat(queue).FirstOrDefault()) is { } head
            ? next with { Head = head, Deputies = Without(head, deputies) }
            : new(next.Year, inOffice?.Head ?? members[0], [], Acting: true);
    }

    // The next year's first: one of the year in office ends with it, and whoever acts then would act without a vacancy.
    private static Vacancy? Vacancy(Vacancy? before, Officers? inOffice, Officers? next) =>
        next is { Acting: true } ? before?.Year == next.Year ? before : new(next.Year, VacancyReason.HeadLeft)
        : inOffice is { Acting: true } ? before ?? new(inOffice.Year, VacancyReason.HeadLeft)
        : before?.Year > inOffice?.Year ? before
        : null;

    private EquatableList<string> Remaining(EquatableList<string> schools) =>
        schools.Select(school => leaving.Contains(school) ? heir : school).OfType<string>().Distinct().ToEquatableList();

    private static EquatableList<string> Without(string school, EquatableList<string> schools) => schools.Where(other => other != school).ToEquatableList();
}
