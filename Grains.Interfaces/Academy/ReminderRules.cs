namespace ClusterActors.Academy;

/// <summary>When schools are reminded (nhắc hạn) of what they have still to do.</summary>
/// <param name="DaysBefore">Calendar days before the last day, each 0 to 60 and named once, at most 10 of them.</param>
[GenerateSerializer, Alias("reminder-rules")]
public sealed record ReminderRules([property: Id(0)] Sourced<EquatableList<int>> DaysBefore);
