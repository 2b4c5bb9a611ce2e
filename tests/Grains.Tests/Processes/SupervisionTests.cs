using System.Diagnostics;
using ClusterActors.Silo.Processes;

namespace ClusterActors.Tests.Processes;

/// <summary>What the supervisor of a cluster relies on when it starts, recognises and signals processes.</summary>
public sealed class SupervisionTests : IDisposable
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    private readonly string folder = Directory.CreateTempSubdirectory("clusteractors-").FullName;

    [Fact]
    public void a_process_that_keeps_ending_is_started_again_later_and_later_until_it_has_lived_for_a_while()
    {
        var backOff = new BackOff();
        Assert.Equal([0.5, 1, 2, 4, 8, 16, 30, 30], Enumerable.Range(0, 8).Select(_ => backOff.After(TimeSpan.FromSeconds(1)).TotalSeconds));
        Assert.Equal(0.5, backOff.After(TimeSpan.FromMinutes(2)).TotalSeconds);
        Assert.Equal(1, backOff.After(TimeSpan.FromSeconds(1)).TotalSeconds);
    }

    [Fact]
    public async Task a_signal_reaches_the_process_that_was_written_down_and_not_another_that_has_got_its_id()
    {
        using var process = Process.Start("sleep", "600");
        try
        {
            var mark = ProcessMark.Of(process.Id)!.Value;
            var another = mark with { StartedAt = mark.StartedAt + 1 };
            Assert.True(mark.IsAlive);
            Assert.False(another.IsAlive);
            another.Signal(Signal.Kill);
            mark.Signal(Signal.Terminate);
            await process.WaitForExitAsync().WaitAsync(Hang);
            Assert.Equal(128 + (int)Signal.Terminate, process.ExitCode);
            Assert.False(mark.IsAlive);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    [Fact]
    public async Task of_the_processes_that_were_written_down_only_those_that_still_run_are_found()
    {
        using var process = Process.Start("sleep", "600");
        var mark = ProcessMark.Of(process.Id)!.Value;
        ClusterRecord.Entry own = new("this", ProcessMark.Own, Signal.Terminate);
        ClusterRecord.Write(folder, [own, new("sleep", mark, Signal.Interrupt)]);
        Assert.Equal(["this", "sleep"], ClusterRecord.AliveIn(folder).Select(one => one.Name));
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Hang);
        Assert.Equal([own], ClusterRecord.AliveIn(folder));
        ClusterRecord.Remove(folder);
        Assert.Empty(ClusterRecord.AliveIn(folder));
    }

    [Fact]
    public async Task a_process_that_ends_is_started_again_and_one_that_is_stopped_is_not()
    {
        var said = new List<string>();
        var again = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var launcher = new Launcher();
        KeptProcess? kept = null;
        kept = new(
            new("echo", [.. Launcher.Tied(Signal.Kill, asUser: null), "sh", "-c", "echo up; exec sleep 600"], line => line == "up" ? "here" : null, Signal.Terminate, Signal.Kill),
            launcher,
            Path.Combine(folder, "echo.log"),
            () => { },
            line =>
            {
                said.Add(line);
                if (kept is { Starts: 2, Address: not null })
                    again.TrySetResult();
            });
        await kept.StartAsync(Hang, again: false, CancellationToken.None);
        var first = kept.Mark!.Value;
        first.Signal(Signal.Kill);
        await again.Task.WaitAsync(Hang);
        Assert.NotEqual(first, kept.Mark);
        Assert.Contains(said, line => line.StartsWith("echo ended with 137", StringComparison.Ordinal));

        var second = kept.Mark!.Value;
        await kept.StopAsync(Hang);
        Assert.False(second.IsAlive);
        Assert.Equal((null, 2), (kept.Mark, kept.Starts));
    }

    [Fact]
    public async Task a_process_that_ends_before_it_is_up_is_a_fault_with_its_last_words()
    {
        using var launcher = new Launcher();
        var kept = new KeptProcess(
            new("false", ["sh", "-c", "echo 'no store' >&2; exit 3"], _ => null, Signal.Terminate, Signal.Kill), launcher, Path.Combine(folder, "false.log"), () => { }, _ => { });
        var fault = await Assert.ThrowsAsync<ClusterException>(() => kept.StartAsync(Hang, again: false, CancellationToken.None));
        Assert.Equal("process_ended", fault.Code);
        Assert.Contains("no store", fault.Message, StringComparison.Ordinal);
        await kept.StopAsync(Hang);
    }

    [Fact]
    public async Task an_order_is_answered_line_by_line_with_a_code_and_nobody_there_is_no_answer()
    {
        Assert.Null(await ControlSocket.AskAsync(folder, "status", _ => { }));
        var shown = new List<string>();
        await using (ControlServer.Listen(folder, (word, show) =>
        {
            show($"{word}: well");
            return Task.FromResult<int?>(7);
        }))
        {
            Assert.Equal(7, await ControlSocket.AskAsync(folder, "status", shown.Add));
        }

        Assert.Equal(["status: well"], shown);
        Assert.Null(await ControlSocket.AskAsync(folder, "status", _ => { }));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
