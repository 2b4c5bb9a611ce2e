namespace ClusterActors.Schools;

/// <summary>A provincial political school (trường chính trị).</summary>
public abstract record SchoolState
{
    private SchoolState()
    {
    }

    /// <param name="Cluster">The cluster that took the school in before the Academy's registration arrived; mostly null.</param>
    public sealed record Unregistered(string? Cluster = null) : SchoolState;

    public sealed record Registered(string Code, string Name, string Province, string? Cluster, EquatableList<Appointment> People) : SchoolState;

    public static SchoolState Evolve(SchoolState state, SchoolEvent e) => (state, e) switch
    {
        (Unregistered u, SchoolEvent.Registered r) => new Registered(r.School, r.Name, r.Province, u.Cluster, []),
        (Unregistered, SchoolEvent.ClusterJoined joined) => new Unregistered(joined.Cluster),
        (Registered school, SchoolEvent.Appointed a) => school with { People = school.People.Add(new(a.Person, a.Role)) },
        (Registered school, SchoolEvent.ClusterJoined joined) => school with { Cluster = joined.Cluster },
        _ => state,
    };
}
