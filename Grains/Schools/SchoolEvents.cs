namespace ClusterActors.Schools;

public abstract record SchoolEvent
{
    private SchoolEvent()
    {
    }

    [EventName("registered")]
    public sealed record Registered(string School, string Name, string Province) : SchoolEvent;

    [EventName("appointed")]
    public sealed record Appointed(string Person, string Role) : SchoolEvent;

    [EventName("cluster-joined")]
    public sealed record ClusterJoined(string Cluster) : SchoolEvent;
}
