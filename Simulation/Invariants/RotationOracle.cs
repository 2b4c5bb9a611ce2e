using ClusterActors.Academy;
using ClusterActors.Clusters;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Who follows in office, told by a line of schools: the deputies stand in front, then the queue.</summary>
internal static class RotationOracle
{
    /// <summary>Next year's officers by rotation; null where nobody stands in the line, or the regulation has the members elect.</summary>
    /// <param name="barred">Who is passed over.</param>
    /// <param name="passed">Those who were, until the places were filled.</param>
    public static Officers? Next(Officers inOffice, IEnumerable<string> queue, OfficerRules rules, Func<string, bool> barred, out List<string> passed)
    {
        passed = [];
        var line = new Queue<string>([.. inOffice.Deputies, .. queue]);
        var taken = new List<string>();
        while (taken.Count <= rules.Deputies.Value && line.TryDequeue(out var school))
            (barred(school) ? passed : taken).Add(school);
        return rules.Method.Value == OfficerMethod.Election || taken.Count == 0 ? null : Seated(inOffice.Year + 1, taken);
    }

    /// <summary>Whom an election puts forward; null where everybody elected is barred.</summary>
    public static Officers? Elected(Officers elected, Func<string, bool> barred)
    {
        var seats = new List<string>([elected.Head, .. elected.Deputies]);
        seats.RemoveAll(school => barred(school));
        return seats.Count == 0 ? null : Seated(elected.Year, seats);
    }

    /// <summary>Who acts while the post is vacant: the first deputy, or else the head that was, or else who stands first in line; whoever is barred only where all are.</summary>
    public static Officers Acting(Officers inOffice, IEnumerable<string> queue, IEnumerable<string> members, Func<string, bool> barred)
    {
        var deputies = inOffice.Deputies.Where(school => !barred(school)).ToList();
        if (deputies.Count > 0)
            return Seated(inOffice.Year + 1, deputies) with { Acting = true };
        List<string> line = [inOffice.Head, .. queue, .. members];
        return new(inOffice.Year + 1, line.Find(school => !barred(school)) ?? inOffice.Head, [], Acting: true);
    }

    private static Officers Seated(int year, List<string> seats) => new(year, seats[0], seats.GetRange(1, seats.Count - 1).ToEquatableList());

    /// <summary>The line after a handover: whoever leaves goes to its end, the head first.</summary>
    public static List<string> LineAfter(Officers? left, IEnumerable<string> queue, Officers now)
    {
        var line = queue.ToList();
        if (left is not null)
            line.AddRange([left.Head, .. left.Deputies]);
        line.RemoveAll(school => school == now.Head || now.Deputies.Contains(school));
        return line;
    }
}
