using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Whether drawn teams keep the rules, told from matrices of who should meet whom and who does.</summary>
internal static class TeamOracle
{
    /// <summary>What is wrong with a plan; none for a sound one.</summary>
    public static IEnumerable<string> Broken(CampaignState.Opened c, EquatableList<InspectionTeam> teams, EquatableList<InspectionPair> pairs, IReadOnlyCollection<Relaxation> relaxed)
    {
        var (n, rules) = (c.Roll.Count, c.Regulation.Inspection.Teams!);
        var own = rules.Inspects.Value == TeamDuty.OwnMembers;
        if (!IsDealt(c, teams.SelectMany(t => t.Members)) || !IsDealt(c, teams.SelectMany(t => t.Inspects)))
            return ["a school is in no team or in two, or inspected by none or by two"];
        var places = c.Roll.Select((school, place) => (school, place)).ToDictionary(s => s.school, s => s.place, StringComparer.Ordinal);
        var (due, visits, apart, known) = (new bool[n, n], new int[n, n], new bool[n, n], new bool[n, n]);
        foreach (var (member, inspected) in teams.SelectMany(t => t.Members.SelectMany(member => t.Inspects.Select(inspected => (member, inspected)))))
            due[places[member], places[inspected]] = member != inspected;
        foreach (var pair in pairs)
            visits[places[pair.Inspector], places[pair.Inspected]]++;
        foreach (var x in c.Conflicts.Where(x => places.ContainsKey(x.School) && places.ContainsKey(x.With)))
            apart[places[x.School], places[x.With]] = apart[places[x.With], places[x.School]] = true;
        foreach (var pair in c.LastYear.Where(p => places.ContainsKey(p.Inspector) && places.ContainsKey(p.Inspected)))
            known[places[pair.Inspector], places[pair.Inspected]] = true;

        var all = Enumerable.Range(0, n).ToList();
        var (give, mayAside) = (relaxed.Contains(Relaxation.Load) ? 1 : 0, relaxed.Contains(Relaxation.StandAside));
        return
        [
            .. teams.Count == NumberOf(rules.Number.Value, n, own) ? Array.Empty<string>() : [$"{teams.Count} teams of {n} schools"],
            .. teams.Where(t => t.Members.Count < (n / teams.Count) - give || t.Members.Count > ((n + teams.Count - 1) / teams.Count) + give).Select(t => $"team {t.Number} has {t.Members.Count} members"),
            .. teams.Where(t => own != t.Members.ToHashSet().SetEquals(t.Inspects) || (!own && teams.Count(u => u.Number != t.Number && u.Members.ToHashSet().SetEquals(t.Inspects)) != 1)).Select(t => $"team {t.Number} inspects {string.Join(' ', t.Inspects)}"),
            .. teams.Where(t => rules.OneSite.Value ? t.Site is null || !t.Inspects.Contains(t.Site) : t.Site is not null).Select(t => $"team {t.Number} meets at {t.Site}"),
            .. teams.Where(t => t.Inspects.Any(school => !pairs.Where(p => p.Inspected == school).Select(p => p.Inspector).SequenceEqual(t.Members.Where(m => visits[places[m], places[school]] > 0)))).Select(t => $"team {t.Number} inspects in another order than drawn"),
            .. from i in all from j in all where visits[i, j] != (due[i, j] && !apart[i, j] ? 1 : 0) select $"{c.Roll[i]} inspects {c.Roll[j]} {visits[i, j]} times",
            .. from i in all from j in all where due[i, j] && apart[i, j] && !mayAside select $"{c.Roll[i]} meets {c.Roll[j]} in conflict",
            .. all.Where(j => all.TrueForAll(i => visits[i, j] == 0)).Select(j => $"nobody inspects {c.Roll[j]}"),
            .. all.Where(j => teams.Count > 1 && !relaxed.Contains(Relaxation.Repeat) && all.TrueForAll(i => visits[i, j] == 0 || known[i, j])).Select(j => $"{c.Roll[j]} meets nobody new"),
        ];
    }

    /// <summary>What is wrong with teams once schools were merged or somebody was replaced.</summary>
    public static IEnumerable<string> Broken(CampaignState.Opened c) =>
    [
        .. c.Teams.SelectMany(t => t.Members.Concat(t.Inspects)).Where(school => !c.Roll.Contains(school)).Select(school => $"{school} is no more, and in a team"),
        .. c.Teams.SelectMany(t => t.Inspects).GroupBy(school => school).Where(g => g.Count() > 1).Select(g => $"two teams inspect {g.Key}"),
        .. c.Inspections.Where(p => c.Roll.Contains(p.Inspector) && c.Teams.Any(t => t.Inspects.Contains(p.Inspected) && !t.Members.Contains(p.Inspector))).Select(p => $"{p} inspects for a team that it is not in"),
    ];

    private static bool IsDealt(CampaignState.Opened c, IEnumerable<string> schools) => schools.Order(StringComparer.Ordinal).SequenceEqual(c.Roll.Order(StringComparer.Ordinal));

    private static int NumberOf(int ruled, int schools, bool own)
    {
        var number = ruled;
        while (number > (own ? 1 : 2) && number * 2 > schools)
            number--;
        return number;
    }
}
