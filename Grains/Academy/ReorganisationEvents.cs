namespace ClusterActors.Academy;

public abstract partial record AcademyEvent
{
    [EventName("school-renamed")]
    public sealed record SchoolRenamed(string School, string Province, Renaming Renaming) : AcademyEvent;

    [EventName("cluster-renamed")]
    public sealed record ClusterRenamed(string Cluster, int? Number, Renaming Renaming) : AcademyEvent;

    [EventName("cluster-dissolved")]
    public sealed record ClusterDissolved(string Cluster, Dissolution Dissolution) : AcademyEvent;

    [EventName("school-transferred")]
    public sealed record SchoolTransferred(Transfer Transfer) : AcademyEvent;

    [EventName("schools-merged")]
    public sealed record SchoolsMerged(Merger Merger) : AcademyEvent;
}
