namespace ClusterActors.Academy;

/// <summary>Which days are working days (ngày làm việc), and what becomes of a deadline on another.</summary>
/// <param name="RestDays">Days of every week on which nobody works.</param>
/// <param name="OnRestDay">Where a deadline goes that falls on a rest day or a holiday.</param>
/// <param name="WorkingDays">Rest days on which people work nevertheless, mostly in exchange for another day.</param>
[GenerateSerializer, Alias("calendar")]
public sealed record Calendar(
    [property: Id(0)] Sourced<EquatableList<Weekday>> RestDays,
    [property: Id(1)] Sourced<RestDayPolicy> OnRestDay,
    [property: Id(2)] EquatableList<Holiday> Holidays,
    [property: Id(3)] EquatableList<WorkingDay> WorkingDays);

/// <summary>A public holiday, such as the days of Tết.</summary>
/// <param name="Last">The last of its days; the first where it has but one.</param>
[GenerateSerializer, Alias("holiday")]
public sealed record Holiday(
    [property: Id(0)] DateOnly First, [property: Id(1)] DateOnly Last, [property: Id(2)] string Name, [property: Id(3)] string Source);

[GenerateSerializer, Alias("working-day")]
public sealed record WorkingDay([property: Id(0)] DateOnly Day, [property: Id(1)] string Source);

[GenerateSerializer, Alias("weekday")]
public enum Weekday
{
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

[GenerateSerializer, Alias("rest-day-policy")]
public enum RestDayPolicy
{
    /// <summary>It stays where it is.</summary>
    Stay,

    /// <summary>It goes to the next working day.</summary>
    Next,

    /// <summary>It goes to the last working day before.</summary>
    Previous,
}

/// <summary>What a number of days counts.</summary>
[GenerateSerializer, Alias("day-count")]
public enum DayCount
{
    Calendar,
    Working,
}
