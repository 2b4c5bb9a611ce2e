using ClusterActors.Academy;
using ClusterActors.Councils;

namespace ClusterActors.Schools;

public abstract partial record SchoolCommand
{
    /// <summary>The Government has granted or declined its Flag to this school, or revoked it.</summary>
    [GenerateSerializer, Alias("note-government-flag")]
    public sealed record NoteGovernmentFlag(
        [property: Id(0)] int Year, [property: Id(1)] GovernmentOutcome Outcome, [property: Id(2)] DecisionReference Decision) : SchoolCommand;
}

/// <summary>What the Government has decided on its Flag for a school's year: the latest.</summary>
public sealed record GovernmentFlagRecord(int Year, GovernmentOutcome Outcome, DecisionReference Decision);
