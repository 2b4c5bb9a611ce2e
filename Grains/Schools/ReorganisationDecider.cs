using ClusterActors.Academy;

namespace ClusterActors.Schools;

/// <summary>What the Academy has decided of a school is applied. Identity and history stay: of a merged school only the future ends.</summary>
internal static class ReorganisationDecider
{
    /// <summary>Clusters of earlier releases told their members themselves.</summary>
    public static Decision<SchoolEvent> Join(SchoolCommand.JoinCluster join, Actor actor) =>
        (ByTheAcademy(actor) is null ? null : Rights.System(actor, new ClusterKey(join.Cluster).ToString()))
        ?? Accept(new SchoolEvent.ClusterJoined(join.Cluster));

    public static Decision<SchoolEvent> Leave(SchoolCommand.LeaveCluster leave, Actor actor) =>
        ByTheAcademy(actor) ?? Accept(new SchoolEvent.ClusterLeft(leave.Cluster));

    public static Decision<SchoolEvent> Rename(SchoolCommand.ApplyRenaming rename, Actor actor) =>
        ByTheAcademy(actor) ?? Accept(new SchoolEvent.Renamed(rename.Renaming, rename.Province));

    public static Decision<SchoolEvent> Merge(SchoolState.Registered school, Merger merger, Actor actor) =>
        ByTheAcademy(actor) ?? Accept(merger.Schools.Contains(school.Code) ? new SchoolEvent.Merged(merger) : new SchoolEvent.Succeeded(merger));

    private static Refusal? ByTheAcademy(Actor actor) => Rights.System(actor, AcademyKey.National.ToString());

    private static Decision<SchoolEvent> Accept(SchoolEvent e) => e;
}
