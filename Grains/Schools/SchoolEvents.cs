namespace ClusterActors.Schools;

public abstract record SchoolEvent
{
    private SchoolEvent()
    {
    }

    [Alias("registered")]
    public sealed record Registered(string School, string Name, string Province) : SchoolEvent;

    [Alias("appointed")]
    public sealed record Appointed(string Person, string Role) : SchoolEvent;

    [Alias("cluster-joined")]
    public sealed record ClusterJoined(string Cluster) : SchoolEvent;
}
