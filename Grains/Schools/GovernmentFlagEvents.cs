using ClusterActors.Academy;
using ClusterActors.Councils;

namespace ClusterActors.Schools;

public abstract partial record SchoolEvent
{
    /// <summary>The Government has decided on its Flag for the school's year.</summary>
    [EventName("government-flag-noted")]
    public sealed record GovernmentFlagNoted(int Year, GovernmentOutcome Outcome, DecisionReference Decision) : SchoolEvent;
}
