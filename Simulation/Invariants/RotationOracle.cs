using ClusterActors.Academy;
using ClusterActors.Clusters;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Who follows in office, told by a line of schools: the deputies stand in front, then the queue.</summary>
internal static class RotationOracle
{
    /// <summary>Next year's officers by rotation; null where nobody stands in the line, or the regulation has the members elect.</summary>
    public static Officers? Next(ClusterState.Formed cluster, OfficerRules rules)
    {
        var line = new Queue<string>([.. cluster.InOffice!.Deputies, .. cluster.Queue]);
        if (rules.Method.Value == OfficerMethod.Election || !line.TryDequeue(out var head))
            return null;
        var deputies = new List<string>();
        while (deputies.Count < rules.Deputies.Value && line.TryDequeue(out var deputy))
            deputies.Add(deputy);
        return new(cluster.InOffice.Year + 1, head, deputies.ToEquatableList());
    }

    /// <summary>Who acts while the post is vacant: the first deputy, or else the head that was.</summary>
    public static Officers Acting(Officers inOffice) => inOffice.Deputies.Count == 0
        ? new(inOffice.Year + 1, inOffice.Head, [], Acting: true)
        : new(inOffice.Year + 1, inOffice.Deputies[0], inOffice.Deputies.Skip(1).ToEquatableList(), Acting: true);

    /// <summary>The line after a handover: whoever leaves goes to its end, the head first.</summary>
    public static List<string> LineAfter(ClusterState.Formed before, Officers now)
    {
        var line = before.Queue.ToList();
        if (before.InOffice is { } left)
            line.AddRange([left.Head, .. left.Deputies]);
        line.RemoveAll(school => school == now.Head || now.Deputies.Contains(school));
        return line;
    }
}
