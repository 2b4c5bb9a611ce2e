using ClusterActors.Tests.Architecture;

namespace ClusterActors.Tests.Model;

/// <summary>The model of <c>model/README.md</c> holds, and would not hold if a rule were broken.</summary>
public sealed class HandoverModelTests
{
    private const string Unsafe = "assertion violated";
    private const string NeverDone = "acceptance cycle";

    private static readonly string Model = Repository.PathOf("model", "handover.pml");

    [SpinFact]
    public async Task nothing_wrong_is_written_or_said_with_a_crash_anywhere_and_a_lease_that_ends_early() => Holds(await Spin.CheckSafetyAsync(Model));

    [SpinFact]
    public async Task all_work_is_done_when_the_crashes_have_stopped() => Holds(await Spin.CheckAsync(Model, "EARLY=0"));

    [SpinFact("release")]
    public async Task all_work_is_done_also_when_a_lease_has_ended_early() => Holds(await Spin.CheckAsync(Model));

    [SpinTheory]
    [InlineData("NO_FENCE", Unsafe, "written[")]
    [InlineData("NO_DEDUPE", Unsafe, "acted==1")]
    [InlineData("REFUSED_UNFENCED", Unsafe, "stored[op]==answer")]
    [InlineData("ONE_SIGNATURE", Unsafe, "truth[0]&8")]
    [InlineData("TWO_HEADS", Unsafe, "truth[0]&4")]
    [InlineData("SENT_BEFORE", Unsafe, "truth[0]&8")]
    [InlineData("SENT_AFTER", NeverDone, "")]
    [InlineData("SETTLED_BEFORE", Unsafe, "stored[3]")]
    [InlineData("SETTLED_UNANSWERED", Unsafe, "stored[4]==given")]
    [InlineData("NOT_FORGOTTEN", NeverDone, "")]
    [InlineData("LEASED_FOR_EVER", NeverDone, "")]
    public async Task a_rule_that_is_broken_is_found(string rule, string found, string where)
    {
        var said = await Spin.CheckAsync(Model, rule, "EARLY=0");

        Assert.Contains(said.Split('\n'), line => line.StartsWith("pan:1: " + found, StringComparison.Ordinal) && line.Contains(where, StringComparison.Ordinal));
    }

    private static void Holds(string said)
    {
        Assert.Contains("errors: 0", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Search not completed", said, StringComparison.Ordinal);
    }
}
