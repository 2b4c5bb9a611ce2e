using ClusterActors.Clusters;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Who holds the posts once schools have left a cluster, told by a line in which the heir stands where the first of them stood.</summary>
/// <param name="leaving">Members no more.</param>
/// <param name="heir">The member that their posts pass to; null where none does.</param>
internal sealed class PostsOracle(IReadOnlyCollection<string> leaving, string? heir, IReadOnlyList<string> members)
{
    public Posts After(Posts before)
    {
        var queue = Line(before.Queue);
        var now = before.InOffice is { } inOffice ? Now(inOffice, queue) : null;
        var (proposed, recognised) = (Next(before.Proposed, now, queue), Next(before.Recognised, now, queue));
        var next = recognised ?? proposed;
        var vacancy = next?.Acting == true ? before.Vacancy?.Year == next.Year ? before.Vacancy : new(next.Year, VacancyReason.HeadLeft)
            : now?.Acting == true ? before.Vacancy ?? new(now.Year, VacancyReason.HeadLeft)
            : before.Vacancy is { } vacant && now is not null && vacant.Year > now.Year ? vacant : null;
        var officers = now is null ? [] : new List<string>([now.Head, .. now.Deputies]);
        return new(now, queue.Except(officers).ToEquatableList(), proposed, recognised, vacancy);
    }

    /// <summary>Next year's officers, of whom some have left without those who named them having heard of it.</summary>
    public Officers Settled(Officers next, Officers? inOffice, IEnumerable<string> queue) => Next(next, inOffice, Line(queue))!;

    private Officers Now(Officers inOffice, List<string> queue)
    {
        var deputies = Line(inOffice.Deputies);
        if (!leaving.Contains(inOffice.Head) || heir is not null)
            return Headed(inOffice, leaving.Contains(inOffice.Head) ? heir! : inOffice.Head, deputies);
        return Headed(inOffice with { Acting = true }, ((IEnumerable<string>)[.. deputies, .. queue, .. members]).First(), deputies);
    }

    private Officers? Next(Officers? next, Officers? inOffice, List<string> queue)
    {
        if (next is null)
            return null;
        var deputies = Line(next.Deputies);
        var head = !leaving.Contains(next.Head) ? next.Head : heir ?? ((IEnumerable<string>)[.. deputies, .. queue]).FirstOrDefault();
        return head is null ? new(next.Year, inOffice is null ? members[0] : inOffice.Head, [], Acting: true) : Headed(next, head, deputies);
    }

    private static Officers Headed(Officers officers, string head, List<string> deputies) => officers with { Head = head, Deputies = deputies.Where(s => s != head).ToEquatableList() };

    private List<string> Line(IEnumerable<string> schools)
    {
        var line = new List<string>();
        foreach (var school in schools)
        {
            var stands = leaving.Contains(school) ? heir : school;
            if (stands is not null && !line.Contains(stands))
                line.Add(stands);
        }

        return line;
    }
}
