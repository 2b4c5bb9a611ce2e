using System.Diagnostics;
using System.Globalization;
using ClusterActors.Journal;
using ClusterActors.Tests.Journal;
using static ClusterActors.Journal.AppendResult;

namespace ClusterActors.Tests.Postgres;

/// <summary>
/// A second process that appends to one stream, started from this assembly itself (<see cref="Main"/>). It prints each operation
/// that it was told is written, and each fault that follows on something else; it ends when its input is closed.
/// </summary>
internal sealed class WriterProcess : IAsyncDisposable
{
    public const string Prefix = "process-";

    private const string Alone = "alone";
    private const string Fault = "fault ";

    private readonly Process process;

    private WriterProcess(Process process) => this.process = process;

    /// <summary>What it was told is written.</summary>
    public List<string> Acknowledged { get; } = [];

    public static WriterProcess Start(TestDatabase database, string stream, bool exclusive) => new(Process.Start(new ProcessStartInfo(
        "dotnet", [typeof(WriterProcess).Assembly.Location, database.ConnectionString, stream, exclusive ? Alone : "shared"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!);

    /// <summary>Until it was told of so many more.</summary>
    public async Task ProgressAsync(int more)
    {
        for (var goal = Acknowledged.Count + more; Acknowledged.Count < goal;)
            await ReadAsync();
    }

    /// <summary>Until it has met this fault.</summary>
    public async Task FaultAsync(string code)
    {
        while (await ReadAsync() != Fault + code)
        {
            // What it says of before.
        }
    }

    public Task StopAsync() => OwnProcess.SignalAsync("STOP", process.Id);

    public Task ContinueAsync() => OwnProcess.SignalAsync("CONT", process.Id);

    public async Task EndAsync()
    {
        process.StandardInput.Close();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            Note(line);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> ReadAsync()
    {
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The writer has ended.");
        Note(line);
        return line;
    }

    private void Note(string line)
    {
        if (!line.StartsWith(Fault, StringComparison.Ordinal))
            Acknowledged.Add(line);
    }

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var connectionString, var stream, var sharing])
            return 2;
        await using var store = await new TestDatabase("", connectionString).OpenAsync(sharing == Alone, patience: TestDatabase.Impatient);
        var ended = Task.Run(() => Console.In.ReadToEndAsync());
        for (var i = 0; !ended.IsCompleted; i++)
        {
            var operation = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{i}");
            string? last = null;
            while (await TryAsync(store.Journal, stream, operation) is { } trouble)
            {
                if (trouble != last)
                    await Console.Out.WriteLineAsync(Fault + trouble);
                last = trouble;
                await Task.Yield();
            }

            await Console.Out.WriteLineAsync(operation);
        }

        return 0;
    }

    private static async Task<string?> TryAsync(IJournal journal, string stream, string operation)
    {
        try
        {
            return await journal.AppendAsync(Sample.Append(await journal.ReadAsync(stream), operation)) is Appended or Duplicate ? null : "conflict";
        }
        catch (JournalException e)
        {
            return e.Code;
        }
    }
}
