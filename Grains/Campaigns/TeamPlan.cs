using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>Who inspects whom by drawn teams, and what their relaxations were used for.</summary>
internal static class TeamPlan
{
    /// <summary>
    /// Every member of a team inspects every school of the team's but its own and those that it is in conflict with; by team and inspected school, each with its inspectors
    /// in the team's order.
    /// </summary>
    public static EquatableList<InspectionPair> Pairs(EquatableList<InspectionTeam> teams, EquatableList<Conflict> conflicts)
    {
        var apart = conflicts.SelectMany(c => new[] { new InspectionPair(c.One, c.Other), new InspectionPair(c.Other, c.One) }).ToHashSet();
        return teams.SelectMany(Meetings).Where(pair => !apart.Contains(pair)).ToEquatableList();
    }

    public static EquatableList<RelaxedRule> Relaxed(
        TeamTerms terms, EquatableList<InspectionTeam> teams, EquatableList<InspectionPair> pairs, IEnumerable<Relaxation> agreed) =>
        agreed.Select(rule => Relaxed(terms, teams, pairs, rule)).Where(used => used.Pairs.Count + used.Schools.Count > 0).ToEquatableList();

    private static RelaxedRule Relaxed(TeamTerms terms, EquatableList<InspectionTeam> teams, EquatableList<InspectionPair> pairs, Relaxation rule) => rule switch
    {
        Relaxation.Repeat when teams.Count > 1 =>
            new(rule, pairs.GroupBy(pair => pair.Inspected).Where(team => team.All(terms.LastYear.Contains)).SelectMany(team => team).ToEquatableList(), []),
        Relaxation.Load => new(rule, [], teams.Where(team => IsUneven(teams, team)).SelectMany(team => team.Members).Order(StringComparer.Ordinal).ToEquatableList()),
        Relaxation.StandAside => new(rule, teams.SelectMany(Meetings).Except(pairs).ToEquatableList(), []),
        _ => new(rule, [], []),
    };

    private static bool IsUneven(EquatableList<InspectionTeam> teams, InspectionTeam team) =>
        teams.Sum(t => t.Members.Count) is var schools && (team.Members.Count < schools / teams.Count || team.Members.Count > (schools + teams.Count - 1) / teams.Count);

    private static IEnumerable<InspectionPair> Meetings(InspectionTeam team) =>
        from inspected in team.Inspects
        from member in team.Members
        where member != inspected
        select new InspectionPair(member, inspected);
}
