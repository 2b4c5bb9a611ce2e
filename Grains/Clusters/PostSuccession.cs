namespace ClusterActors.Clusters;

/// <summary>
/// What becomes of the posts of schools that leave a cluster. The heir, where there is one, serves in the first post that falls free and is
/// not its own already; else the first deputy acts as head, the others move up. Who is barred does not move up. Somebody always leads, whatever leaves.
/// </summary>
/// <param name="leaving">Schools that are members no more.</param>
/// <param name="heir">The member that the posts of those pass to; null where none does.</param>
/// <param name="members">The members since then, at least one.</param>
internal sealed class PostSuccession(IReadOnlyCollection<string> leaving, string? heir, EquatableList<string> members)
{
    public Posts Of(ClusterState.Formed cluster)
    {
        var queue = Remaining(cluster.Queue, heir);
        var inOffice = cluster.InOffice is { } now ? InOffice(cluster, now, queue) : null;
        var (proposed, recognised) = (Next(cluster, cluster.Proposed, inOffice, queue), Next(cluster, cluster.Recognised, inOffice, queue));
        return new(
            inOffice,
            queue.Where(school => inOffice is null || (school != inOffice.Head && !inOffice.Deputies.Contains(school))).ToEquatableList(),
            proposed,
            recognised,
            Vacancy(cluster.Vacancy, inOffice, recognised ?? proposed));
    }

    /// <summary>Officers of the next year that somebody proposes or recognises who has not heard of it.</summary>
    public Officers Settled(Officers next, ClusterState.Formed cluster) => Next(cluster, next, cluster.InOffice, cluster.Queue)!;

    private Officers InOffice(ClusterState.Formed cluster, Officers now, EquatableList<string> queue)
    {
        var barred = cluster.BarredFromPosts(now.Year);
        var successor = Unbarred(heir, barred);
        var deputies = Remaining(now.Deputies, successor);
        if ((leaving.Contains(now.Head) ? successor : now.Head) is { } head)
            return now with { Head = head, Deputies = Without(head, deputies) };
        string[] line = [.. deputies, .. queue, .. members];
        var acting = line.Except(barred).FirstOrDefault() ?? line[0];
        return new(now.Year, acting, Without(acting, deputies), Acting: true);
    }

    private Officers? Next(ClusterState.Formed cluster, Officers? next, Officers? inOffice, EquatableList<string> queue)
    {
        if (next is null)
            return null;
        var barred = cluster.BarredFromPosts(next.Year);
        var successor = Unbarred(heir, barred);
        var deputies = Remaining(next.Deputies, successor);
        if ((leaving.Contains(next.Head) ? successor ?? deputies.Concat(queue).Except(barred).FirstOrDefault() : next.Head) is { } head)
            return next with { Head = head, Deputies = Without(head, deputies) };
        return new(next.Year, Standing(inOffice?.Head, barred), [], Acting: true);
    }

    // The head in office, or else the first member; one that leaves or is barred only where there is no other.
    private string Standing(string? head, EquatableList<string> barred)
    {
        string[] line = [head ?? members[0], .. members];
        return line.FirstOrDefault(school => !leaving.Contains(school) && !barred.Contains(school)) ?? line[0];
    }

    // The next year's first: one of the year in office ends with it, and whoever acts then would act without a vacancy.
    private static Vacancy? Vacancy(Vacancy? before, Officers? inOffice, Officers? next) =>
        next is { Acting: true } ? before?.Year == next.Year ? before : new(next.Year, VacancyReason.HeadLeft)
        : inOffice is { Acting: true } ? before ?? new(inOffice.Year, VacancyReason.HeadLeft)
        : before?.Year > inOffice?.Year ? before
        : null;

    private static string? Unbarred(string? school, EquatableList<string> barred) => school is null || barred.Contains(school) ? null : school;

    private EquatableList<string> Remaining(EquatableList<string> schools, string? successor) =>
        schools.Select(school => leaving.Contains(school) ? successor : school).OfType<string>().Distinct().ToEquatableList();

    private static EquatableList<string> Without(string school, EquatableList<string> schools) => schools.Where(other => other != school).ToEquatableList();
}
