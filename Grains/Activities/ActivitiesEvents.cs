using ClusterActors.Academy;
using ClusterActors.Clusters;

namespace ClusterActors.Activities;

public abstract record ActivitiesEvent
{
    private ActivitiesEvent()
    {
    }

    [EventName("activities-expected")]
    public sealed record ActivitiesExpected(string Cluster, int Year, ActivityRules Rules, Officers Officers, EquatableList<string> Roll) : ActivitiesEvent;

    [EventName("members-noted")]
    public sealed record MembersNoted(Officers Officers, EquatableList<string> Roll, Departure? Departure) : ActivitiesEvent;

    [EventName("activities-closed")]
    public sealed record ActivitiesClosed : ActivitiesEvent;

    [EventName("activity-planned")]
    public sealed record ActivityPlanned(string Activity, string Kind, string Title, string Host, DateOnly On, string Place) : ActivitiesEvent;

    [EventName("activity-moved")]
    public sealed record ActivityMoved(string Activity, string Host, DateOnly On, string Place, string Reason) : ActivitiesEvent;

    [EventName("participation-announced")]
    public sealed record ParticipationAnnounced(string Activity, string School, bool TakesPart, string? Comment) : ActivitiesEvent;

    [EventName("activity-reported")]
    public sealed record ActivityReported(string Activity, ActivityReport Report) : ActivitiesEvent;

    [EventName("activity-called-off")]
    public sealed record ActivityCalledOff(string Activity, string Reason) : ActivitiesEvent;

    [EventName("practice-shared")]
    public sealed record PracticeShared(int Practice, string School, string Title, string Summary, string? Document, string? Activity) : ActivitiesEvent;

    [EventName("practice-answered")]
    public sealed record PracticeAnswered(int Practice, string School, bool Adopts, string? Comment) : ActivitiesEvent;
}
