using ClusterActors.Academy;
using ClusterActors.Clusters;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Who follows in office, told by a line of schools: the deputies stand in front, then the queue.</summary>
internal static class RotationOracle
{
    /// <summary>Next year's officers by rotation; null where nobody stands in the line, or the regulation has the members elect.</summary>
    public static Officers? Next(Officers inOffice, IEnumerable<string> queue, OfficerRules rules)
    {
        var line = new Queue<string>([.. inOffice.Deputies, .. queue]);
        if (rules.Method.Value == OfficerMethod.Election || !line.TryDequeue(out var head))
            return null;
        var deputies = new List<string>();
        while (deputies.Count < rules.Deputies.Value && line.TryDequeue(out var deputy))
            deputies.Add(deputy);
        return new(inOffice.Year + 1, head, deputies.ToEquatableList());
    }

    /// <summary>Who acts while the post is vacant: the first deputy, or else the head that was.</summary>
    public static Officers Acting(Officers inOffice) => inOffice.Deputies.Count == 0
        ? new(inOffice.Year + 1, inOffice.Head, [], Acting: true)
        : new(inOffice.Year + 1, inOffice.Deputies[0], inOffice.Deputies.Skip(1).ToEquatableList(), Acting: true);

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
