using ClusterActors.Academy;
using ClusterActors.Clusters;
using ClusterActors.Statistics;

namespace ClusterActors.Activities;

/// <summary>What a cluster does together in a year, and the good practice that its schools share.</summary>
[Alias("activities")]
public interface IActivitiesGrain : IStreamGrain<ActivitiesCommand>;

[GenerateSerializer, Alias("activities-command")]
public abstract record ActivitiesCommand
{
    private ActivitiesCommand()
    {
    }

    /// <summary>The campaign year has been opened; its activities go by this copy of the rules.</summary>
    [GenerateSerializer, Alias("expect-activities")]
    public sealed record ExpectActivities(
        [property: Id(0)] ActivityRules Rules, [property: Id(1)] Officers Officers, [property: Id(2)] EquatableList<string> Roll) : ActivitiesCommand;

    /// <summary>The campaign has other members or other officers.</summary>
    /// <param name="Departure">Null where nobody was merged.</param>
    [GenerateSerializer, Alias("note-activity-members")]
    public sealed record NoteMembers(
        [property: Id(0)] Officers Officers, [property: Id(1)] EquatableList<string> Roll, [property: Id(2)] Departure? Departure = null) : ActivitiesCommand;

    /// <summary>The campaign year has been closed.</summary>
    [GenerateSerializer, Alias("close-activities")]
    public sealed record CloseActivities : ActivitiesCommand;

    /// <summary>An activity is planned, by the head or, where the regulation says so, by the deputy that hosts it.</summary>
    /// <param name="Activity">Its code in this year.</param>
    /// <param name="Kind">Of the regulation.</param>
    /// <param name="Host">A member, whose people run it beside the head's.</param>
    /// <param name="On">The day on which it begins, in the campaign year's calendar year.</param>
    [GenerateSerializer, Alias("plan-activity")]
    public sealed record PlanActivity(
        [property: Id(0)] string Activity,
        [property: Id(1)] string Kind,
        [property: Id(2)] string Title,
        [property: Id(3)] string Host,
        [property: Id(4)] DateOnly On,
        [property: Id(5)] string Place) : ActivitiesCommand;

    /// <summary>What is planned takes place on another day, elsewhere, or with another host, whom the head alone names.</summary>
    [GenerateSerializer, Alias("move-activity")]
    public sealed record MoveActivity(
        [property: Id(0)] string Activity,
        [property: Id(1)] string Host,
        [property: Id(2)] DateOnly On,
        [property: Id(3)] string Place,
        [property: Id(4)] string Reason) : ActivitiesCommand;

    /// <summary>A member says that it will take part or that it will not, which it can change as long as the activity is planned.</summary>
    [GenerateSerializer, Alias("announce-participation")]
    public sealed record AnnounceParticipation(
        [property: Id(0)] string Activity, [property: Id(1)] string School, [property: Id(2)] bool TakesPart, [property: Id(3)] string? Comment = null)
        : ActivitiesCommand;

    /// <summary>An activity has been held; reported anew, with a reason, until the year is closed.</summary>
    [GenerateSerializer, Alias("report-activity")]
    public sealed record ReportActivity([property: Id(0)] string Activity, [property: Id(1)] ActivityReport Report) : ActivitiesCommand;

    /// <summary>What is planned does not take place; it is never planned again under this code.</summary>
    [GenerateSerializer, Alias("call-off-activity")]
    public sealed record CallOffActivity([property: Id(0)] string Activity, [property: Id(1)] string Reason) : ActivitiesCommand;

    /// <summary>A member shares a model or a good practice with the others.</summary>
    /// <param name="Document">Where the whole is to be found, as its number or address.</param>
    /// <param name="Activity">The activity that it came out of; null: none.</param>
    [GenerateSerializer, Alias("share-practice")]
    public sealed record SharePractice(
        [property: Id(0)] string School,
        [property: Id(1)] string Title,
        [property: Id(2)] string Summary,
        [property: Id(3)] string? Document = null,
        [property: Id(4)] string? Activity = null) : ActivitiesCommand;

    /// <summary>Another member has taken note of a practice, or adopts it, which it may do after it has taken note.</summary>
    [GenerateSerializer, Alias("answer-practice")]
    public sealed record AnswerPractice(
        [property: Id(0)] string School, [property: Id(1)] int Practice, [property: Id(2)] bool Adopts, [property: Id(3)] string? Comment = null) : ActivitiesCommand;
}

/// <summary>Members that were merged, and into which school.</summary>
/// <param name="On">Members until the day before.</param>
[GenerateSerializer, Alias("departure")]
public sealed record Departure([property: Id(0)] EquatableList<string> Schools, [property: Id(1)] string Successor, [property: Id(2)] DateOnly On);

/// <summary>How an activity went.</summary>
/// <param name="Host">Who hosted it in the end.</param>
/// <param name="Schools">Members of that day that took part.</param>
/// <param name="Participants">Null where nobody has counted them.</param>
/// <param name="Results">Of a contest; null or empty where there are none.</param>
/// <param name="Reason">Why it is reported anew; null for the first report.</param>
[GenerateSerializer, Alias("activity-report")]
public sealed record ActivityReport(
    [property: Id(0)] string Host,
    [property: Id(1)] DateOnly HeldOn,
    [property: Id(2)] EquatableList<string> Schools,
    [property: Id(3)] string Outcome,
    [property: Id(4)] Participants? Participants = null,
    [property: Id(5)] EquatableList<ContestResult>? Results = null,
    [property: Id(6)] string? Reason = null);

/// <param name="Number">People, 1 to 1,000,000.</param>
[GenerateSerializer, Alias("participants")]
public sealed record Participants([property: Id(0)] int Number, [property: Id(1)] Qualifier Qualifier);

/// <summary>A place or a prize that a school came out of a contest with, or both; a school may have several.</summary>
/// <param name="Place">From 1; null: the prize is without one.</param>
[GenerateSerializer, Alias("contest-result")]
public sealed record ContestResult([property: Id(0)] string School, [property: Id(1)] int? Place = null, [property: Id(2)] string? Prize = null);
