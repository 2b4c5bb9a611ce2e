namespace ClusterActors.Academy;

/// <summary>How the members of a cluster inspect each other.</summary>
[GenerateSerializer, Alias("inspection-mode")]
public enum InspectionMode
{
    /// <summary>Every school inspects some and is inspected by as many others.</summary>
    Ring,

    /// <summary>Teams of several schools, each of which inspects the schools that it was given and comes to findings together.</summary>
    PooledTeams,
}

/// <summary>The rules of pooled teams.</summary>
/// <param name="Number">Teams of a cluster, 1 to 20; fewer where a team would have fewer than two members.</param>
/// <param name="OneSite">Whether a team meets at one of the schools that it inspects; otherwise it goes to each.</param>
[GenerateSerializer, Alias("team-rules")]
public sealed record TeamRules(
    [property: Id(0)] Sourced<int> Number, [property: Id(1)] Sourced<TeamDuty> Inspects, [property: Id(2)] Sourced<bool> OneSite);

/// <summary>Whom a team inspects. Nobody takes part in the inspection of its own school, not even as a host.</summary>
[GenerateSerializer, Alias("team-duty")]
public enum TeamDuty
{
    /// <summary>The schools of its own members, each by the others.</summary>
    OwnMembers,

    /// <summary>The members of another team; there are two teams at least.</summary>
    AnotherTeam,
}
