using ClusterActors.Clusters;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Who holds the posts once schools have left a cluster, told by a line in which an heir stands where the first of them stood.</summary>
/// <param name="leaving">Members no more.</param>
/// <param name="heirOf">The member that the posts of one of them pass to; null where none does.</param>
/// <param name="barred">Who can hold no post of a year, and does not move up.</param>
internal sealed class PostsOracle(IReadOnlyCollection<string> leaving, Func<string, string?> heirOf, IReadOnlyList<string> members, Func<string, int, bool> barred)
{
    public Posts After(Posts before)
    {
        var queue = Line(before.Queue, heirOf);
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
    public Officers Settled(Officers next, Officers? inOffice, IEnumerable<string> queue) => Next(next, inOffice, Line(queue, heirOf))!;

    private Officers Now(Officers inOffice, List<string> queue)
    {
        var deputies = Line(inOffice.Deputies, school => Successor(school, inOffice.Year));
        if (!leaving.Contains(inOffice.Head))
            return Headed(inOffice, inOffice.Head, deputies);
        if (Successor(inOffice.Head, inOffice.Year) is { } successor)
            return Headed(inOffice, successor, deputies);
        return Headed(inOffice with { Acting = true }, FirstFree([.. deputies, .. queue, .. members], inOffice.Year), deputies);
    }

    private Officers? Next(Officers? next, Officers? inOffice, List<string> queue)
    {
        if (next is null)
            return null;
        var deputies = Line(next.Deputies, school => Successor(school, next.Year));
        List<string> line = [.. deputies, .. queue];
        var head = !leaving.Contains(next.Head) ? next.Head : Successor(next.Head, next.Year) ?? line.Find(school => !barred(school, next.Year));
        if (head is not null)
            return Headed(next, head, deputies);
        List<string> standing = [inOffice is null ? members[0] : inOffice.Head, .. members];
        return new(next.Year, standing.Find(school => !leaving.Contains(school) && !barred(school, next.Year)) ?? standing[0], [], Acting: true);
    }

    private string? Successor(string school, int year) => heirOf(school) is { } heir && !barred(heir, year) ? heir : null;

    private string FirstFree(List<string> line, int year) => line.Find(school => !barred(school, year)) ?? line[0];

    private static Officers Headed(Officers officers, string head, List<string> deputies) => officers with { Head = head, Deputies = deputies.Where(s => s != head).ToEquatableList() };

    private List<string> Line(IEnumerable<string> schools, Func<string, string?> successor)
    {
        var line = new List<string>();
        foreach (var school in schools)
        {
            var stands = leaving.Contains(school) ? successor(school) : school;
            if (stands is not null && !line.Contains(stands))
                line.Add(stands);
        }

        return line;
    }
}
