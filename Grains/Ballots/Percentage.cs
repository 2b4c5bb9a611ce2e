using ClusterActors.Academy;

namespace ClusterActors.Ballots;

/// <summary>What a threshold is a share of; printed in the minutes.</summary>
internal static class Percentage
{
    public static int CountOf(this PercentageBase basis, int roll, int cast, int valid) => basis switch
    {
        PercentageBase.Roll => roll,
        PercentageBase.Cast => cast,
        _ => valid,
    };
}
