namespace ClusterActors.Schools;

/// <summary>One school: its identity, its membership, and who holds which role in it.</summary>
[Alias("school")]
public interface ISchoolGrain : IStreamGrain<SchoolCommand>;

[GenerateSerializer, Alias("school-command")]
public abstract record SchoolCommand
{
    private SchoolCommand()
    {
    }

    /// <summary>The Academy has registered this school.</summary>
    [GenerateSerializer, Alias("register")]
    public sealed record Register([property: Id(0)] string Name, [property: Id(1)] string Province) : SchoolCommand;

    /// <summary>Gives a person a role in the school (see <see cref="Role"/>).</summary>
    [GenerateSerializer, Alias("appoint")]
    public sealed record Appoint([property: Id(0)] string Person, [property: Id(1)] string Role) : SchoolCommand;

    /// <summary>The Academy has put this school into a cluster.</summary>
    [GenerateSerializer, Alias("join-cluster")]
    public sealed record JoinCluster([property: Id(0)] string Cluster) : SchoolCommand;
}

/// <summary>A person's role in a unit.</summary>
[GenerateSerializer, Alias("appointment")]
public sealed record Appointment([property: Id(0)] string Person, [property: Id(1)] string Role);

public sealed record SchoolView(string School, string Name, string Province, string? Cluster, EquatableList<Appointment> People);
