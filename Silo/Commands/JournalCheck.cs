using System.Globalization;
using ClusterActors.Journal;
using ClusterActors.Storage;

namespace ClusterActors.Silo.Commands;

/// <summary>A verification as commands run it: progress on standard error, findings and the verdict on standard output.</summary>
internal static class JournalCheck
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(1);

    /// <param name="verification">A new one.</param>
    /// <param name="step">What else is to be done every <see cref="Verification.EventsPerStep"/> events.</param>
    /// <returns>Whether the journal is sound.</returns>
    public static async Task<bool> RunAsync(Verification verification, Func<Task>? step, CancellationToken cancel)
    {
        var said = TimeProvider.System.GetTimestamp();
        await verification.RunAsync(
            async () =>
            {
                if (TimeProvider.System.GetElapsedTime(said) >= BetweenLines)
                {
                    said = TimeProvider.System.GetTimestamp();
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"verify: {verification.Position} of {verification.Last} events"));
                }

                if (step is not null)
                    await step();
            },
            cancel);

        foreach (var finding in verification.Findings)
            Console.WriteLine(finding);
        if (verification.FindingCount > verification.Findings.Count)
            Console.WriteLine($"… and {verification.FindingCount - verification.Findings.Count} more.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verification.Position} events of {verification.Streams} streams."));
        Console.WriteLine(verification.Latest is { } latest
            ? string.Create(CultureInfo.InvariantCulture, $"Checkpoint {latest.Number} at position {latest.Position}: {Convert.ToHexStringLower(latest.Root)}")
            : "No checkpoint yet.");
        Console.WriteLine(verification.FindingCount == 0 ? "The journal is sound." : $"{verification.FindingCount} findings.");
        return verification.FindingCount == 0;
    }

    /// <summary>A task that was done is not undone by a note that could not be taken of it.</summary>
    public static async Task NoteAsync(this IStoreReading store, UpkeepNote note, CancellationToken cancel)
    {
        try
        {
            await store.Upkeep.NoteAsync(note, cancel);
        }
        catch (JournalException fault)
        {
            await Console.Error.WriteLineAsync($"{fault.Code}: the store has no note of this {note.Task.ToString().ToLowerInvariant()}: {fault.Message}");
        }
    }
}
