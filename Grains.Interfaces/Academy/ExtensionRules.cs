namespace ClusterActors.Academy;

/// <summary>Who beside the Academy may extend a deadline, and how far. The Academy itself is bound only by the year's end.</summary>
/// <param name="Times">The most extensions of the deadline by the cluster, 1 to 20; the Academy's do not count.</param>
/// <param name="Days">The most days that the cluster may put it beyond the regulation's day, 1 to 366.</param>
/// <param name="Count">What these days are; null: calendar days.</param>
[GenerateSerializer, Alias("extension-rules")]
public sealed record ExtensionRules(
    [property: Id(0)] Sourced<Authority> By, [property: Id(1)] Sourced<int> Times, [property: Id(2)] Sourced<int> Days,
    [property: Id(3)] Sourced<DayCount>? Count = null);

/// <summary>Who in a cluster may do what the Academy may always.</summary>
[GenerateSerializer, Alias("authority")]
public enum Authority
{
    /// <summary>Nobody in the cluster.</summary>
    Academy,

    /// <summary>The people of the head's school.</summary>
    Head,

    /// <summary>The people of the head's school and of the deputies'.</summary>
    Officers,
}
