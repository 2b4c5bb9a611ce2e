using ClusterActors.Campaigns;

namespace ClusterActors.Ballots;

/// <summary>Who stays for another round.</summary>
internal static class Best
{
    /// <summary>As many as there are places, by marks alone; equals at the edge all stay. In the order given.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<Marks> marks, int places)
    {
        var edge = places < marks.Count ? marks.OrderByDescending(m => m.Count).ElementAt(places - 1).Count : 0;
        return marks.Where(m => m.Count >= edge).Select(m => m.School);
    }

    /// <summary>The marks of each of these schools; 0 of who has none.</summary>
    public static IReadOnlyList<Marks> MarksOf(IEnumerable<string> schools, EquatableList<Marks> marks) =>
        [.. schools.Select(school => marks.FirstOrDefault(m => m.School == school) ?? new(school, 0))];
}
