using ClusterActors.Academy;

namespace ClusterActors.Schools;

public abstract partial record SchoolEvent
{
    private SchoolEvent()
    {
    }

    [EventName("registered")]
    public sealed record Registered(string School, string Name, string Province) : SchoolEvent;

    [EventName("corrected")]
    public sealed record Corrected(string Name, string Province, string Reason) : SchoolEvent;

    [EventName("appointed")]
    public sealed record Appointed(string Person, string Role) : SchoolEvent;

    [EventName("cluster-joined")]
    public sealed record ClusterJoined(string Cluster) : SchoolEvent;

    /// <summary>A place is kept for an award of a campaign year.</summary>
    [EventName("award-reserved")]
    public sealed record AwardReserved(string Cluster, int Year, Award Award) : SchoolEvent;

    /// <summary>No place could be kept: the achievement of that year has its award.</summary>
    [EventName("award-barred")]
    public sealed record AwardBarred(string Cluster, int Year, Award Award) : SchoolEvent;

    [EventName("award-granted")]
    public sealed record AwardGranted(Award Award, int Year, DecisionReference Decision) : SchoolEvent;

    [EventName("award-revoked")]
    public sealed record AwardRevoked(Award Award, int Year, DecisionReference Decision, string Reason) : SchoolEvent;
}
