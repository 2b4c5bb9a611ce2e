using ClusterActors.Simulation;

namespace ClusterActors.Tests.Simulation;

/// <summary>
/// Every seed that has ever failed, with what it found. A seed means another year when the script of people or the faults change, but it
/// stays: it has been good for something once.
/// </summary>
public sealed class SeedsThatFailed
{
    public static TheoryData<ulong, string> Seeds { get; } = new()
    {
        { 14, "the lease of a killed silo's message ended only a minute after all faults had healed" },
        { 84, "a school of the script stated one value of the standard anew and the others never" },
        { 295, "a message was late while everybody slept until the next date, months later; the sheets came after their deadline, and the year stood still" },
        { 512, "the same: nobody could extend a deadline that had passed" },
        { 1152, "the script asked an inspector of an inspection that a merger had left without any" },
        { 1737, "the Academy had settled that nobody was left to inspect a school, and invariant 14 wanted somebody to be asked once more" },
        { 1833, "the script asked an inspector of an inspection that a merger had left without any" },
    };

    [Theory]
    [MemberData(nameof(Seeds))]
    public void a_seed_that_has_failed_holds(ulong seed, string found) =>
        Assert.Null(Run.Of(seed).Violation is { } violation ? $"It has found before: {found}. Now:\n{violation}" : null);
}
