namespace ClusterActors.Clusters;

/// <summary>
/// What becomes of the posts of schools that leave a cluster. An heir, where there is one, serves in the first of their posts that is
/// not its own already; else the first deputy acts as head, the others move up. Who is barred does not move up. Somebody always leads, whatever leaves.
/// </summary>
/// <param name="heirs">Of each school that is a member no more, the member that its posts pass to; null where none does.</param>
/// <param name="members">The members since then, at least one.</param>
internal sealed class PostSuccession(IReadOnlyDictionary<string, string?> heirs, EquatableList<string> members)
{
    public Posts Of(ClusterState.Formed cluster)
    {
        var queue = Remaining(cluster.Queue, []);
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
        var deputies = Remaining(now.Deputies, barred);
        if (Serving(now.Head, barred) is { } head)
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
        var deputies = Remaining(next.Deputies, barred);
        if ((Serving(next.Head, barred) ?? deputies.Concat(queue).Except(barred).FirstOrDefault()) is { } head)
            return next with { Head = head, Deputies = Without(head, deputies) };
        return new(next.Year, Standing(inOffice?.Head, barred), [], Acting: true);
    }

    // The head in office, or else the first member; one that leaves or is barred only where there is no other.
    private string Standing(string? head, EquatableList<string> barred)
    {
        string[] line = [head ?? members[0], .. members];
        return line.FirstOrDefault(school => !heirs.ContainsKey(school) && !barred.Contains(school)) ?? line[0];
    }

    // The next year's first: one of the year in office ends with it, and whoever acts then would act without a vacancy.
    private static Vacancy? Vacancy(Vacancy? before, Officers? inOffice, Officers? next) =>
        next is { Acting: true } ? before?.Year == next.Year ? before : new(next.Year, VacancyReason.HeadLeft)
        : inOffice is { Acting: true } ? before ?? new(inOffice.Year, VacancyReason.HeadLeft)
        : before?.Year > inOffice?.Year ? before
        : null;

    // Who stays keeps its post, barred or not; an heir that is barred gets none.
    private string? Serving(string school, EquatableList<string> barred) =>
        !heirs.TryGetValue(school, out var heir) ? school
        : heir is null || barred.Contains(heir) ? null
        : heir;

    private EquatableList<string> Remaining(EquatableList<string> schools, EquatableList<string> barred) =>
        schools.Select(school => Serving(school, barred)).OfType<string>().Distinct().ToEquatableList();

    private static EquatableList<string> Without(string school, EquatableList<string> schools) => schools.Where(other => other != school).ToEquatableList();
}
