using ClusterActors.Academy;

namespace ClusterActors.Ballots;

/// <summary>Thresholds, and what they are a share of; printed in the minutes.</summary>
internal static class Percentage
{
    public static int CountOf(this PercentageBase basis, int roll, int cast, int valid) => basis switch
    {
        PercentageBase.Roll => roll,
        PercentageBase.Cast => cast,
        _ => valid,
    };

    /// <param name="above">Whether it takes more than the share; null: it does not.</param>
    public static bool IsMetBy(this Fraction threshold, Sourced<bool>? above, int marks, int baseCount) =>
        above is { Value: true } ? threshold.IsExceededBy(marks, baseCount) : threshold.IsReachedBy(marks, baseCount);
}
