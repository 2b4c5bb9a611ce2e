using System.Diagnostics;

namespace ClusterActors.Tests;

/// <summary>A stray signal would stop the tests themselves.</summary>
public sealed class OwnProcessTests
{
    // Signal 0 asks only whether it could be sent: were the guard gone, nobody would come to harm.
    private const string Harmless = "0";

    public static TheoryData<int> Others => [-1, 0, 1, Environment.ProcessId, int.MaxValue];

    [Theory, MemberData(nameof(Others))]
    public Task nothing_that_the_tests_did_not_start_is_signalled(int process) =>
        Assert.ThrowsAsync<ArgumentException>(() => OwnProcess.SignalAsync(Harmless, process));

    [Fact]
    public async Task what_they_started_is_signalled()
    {
        using var process = Process.Start(new ProcessStartInfo("cat") { RedirectStandardInput = true })!;
        await OwnProcess.SignalAsync(Harmless, process.Id);
        process.StandardInput.Close();
        await process.WaitForExitAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => OwnProcess.SignalAsync(Harmless, process.Id));
    }
}
