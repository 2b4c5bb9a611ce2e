namespace ClusterActors.Academy;

/// <summary>What a regulation must satisfy in the mode of inspection.</summary>
internal static class TeamChecks
{
    private const int MostTeams = 20;

    public static IEnumerable<string> Problems(Regulation r)
    {
        var (pooled, relaxations) = (r.Inspection.Mode?.Value == InspectionMode.PooledTeams, r.Inspection.Relaxations?.Value ?? []);
        if (pooled != r.Inspection.Teams is not null)
            yield return "Pooled teams have rules, and a ring has none for teams.";
        if (relaxations.Contains(pooled ? Relaxation.Reciprocal : Relaxation.StandAside))
            yield return "In a ring nobody stands aside, and of teams none has to be reciprocal.";
        if (r.Inspection.Teams is not { } teams)
            yield break;
        if (teams.Number.Value is < 1 or > MostTeams)
            yield return FormattableString.Invariant($"There are 1 to {MostTeams} teams.");
        if (teams is { Number.Value: 1, Inspects.Value: TeamDuty.AnotherTeam })
            yield return "Where a team inspects the members of another there are two at least.";
    }

    public static IEnumerable<string> Sources(Regulation r) =>
    [
        .. r.Inspection.Mode is { } mode ? [mode.Source] : Array.Empty<string>(),
        .. r.Inspection.Teams is { } teams ? [teams.Number.Source, teams.Inspects.Source, teams.OneSite.Source] : Array.Empty<string>(),
    ];
}
