using ClusterActors.Academy;
using ClusterActors.Clusters;

namespace ClusterActors.Activities;

/// <param name="Activities">In the order in which they were planned.</param>
/// <param name="Practices">In the order in which they were shared.</param>
/// <param name="Closed">The year is closed, and nothing is planned, reported or shared any more.</param>
public sealed record ActivitiesView(
    string Cluster,
    int Year,
    ActivityRules Rules,
    Officers Officers,
    EquatableList<string> Roll,
    EquatableList<ActivityView> Activities,
    EquatableList<PracticeView> Practices,
    bool Closed);

/// <param name="Host">Null: it was merged and its successor is no member, so that the head names another.</param>
/// <param name="Announcements">In the order in which members first said something.</param>
/// <param name="Moves">Every move by a person, the latest last.</param>
/// <param name="Report">The latest; earlier ones stand in the journal. Null before it is held.</param>
/// <param name="CalledOff">Why it does not take place; null: it does, or has.</param>
public sealed record ActivityView(
    string Activity,
    string Kind,
    string Title,
    string? Host,
    DateOnly On,
    string Place,
    ActivityStanding Standing,
    EquatableList<Announcement> Announcements,
    EquatableList<ActivityMove> Moves,
    ActivityReport? Report,
    string? CalledOff);

public enum ActivityStanding
{
    Planned,
    Held,
    CalledOff,
}

/// <summary>Whether a member means to take part.</summary>
public sealed record Announcement(string School, bool TakesPart, string? Comment);

/// <summary>Where, when and with whom it was to be from then on.</summary>
public sealed record ActivityMove(string Host, DateOnly On, string Place, string Reason);

/// <param name="Number">Counts the practices of the year from 1.</param>
/// <param name="Answers">In the order in which schools first answered.</param>
public sealed record PracticeView(
    int Number, string School, string Title, string Summary, string? Document, string? Activity, EquatableList<PracticeAnswer> Answers);

/// <param name="Adopts">False: it has taken note.</param>
public sealed record PracticeAnswer(string School, bool Adopts, string? Comment);
