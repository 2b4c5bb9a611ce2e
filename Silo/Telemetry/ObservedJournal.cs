using System.Diagnostics;
using ClusterActors.Journal;

namespace ClusterActors.Silo.Telemetry;

/// <summary>Measures reads and appends, and gives an append's messages its trace to take with them.</summary>
internal sealed class ObservedJournal(IJournal journal, Instruments instruments) : IJournal
{
    public async Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default)
    {
        using var span = Instruments.Source.StartActivity("load")?.SetTag(Attributes.Stream, stream);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var history = await journal.ReadAsync(stream, from, cancel);
            instruments.LoadDuration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, new KeyValuePair<string, object?>(Attributes.Outcome, from == 1 ? "history" : "after-snapshot"));
            instruments.LoadedEvents.Add(history.Events.Count);
            return history;
        }
        catch (Exception fault)
        {
            instruments.LoadDuration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, Failed(fault));
            span.Failed(fault);
            throw;
        }
    }

    public async Task<AppendResult> AppendAsync(Append append, CancellationToken cancel = default)
    {
        using var span = Instruments.Source.StartActivity("append")?.SetTag(Attributes.Stream, append.Stream);
        if (span is { Recorded: true, Id: { } trace } && append.Messages.Count > 0)
            append = append with { Messages = [.. append.Messages.Select(message => message with { Trace = trace })] };
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var result = await journal.AppendAsync(append, cancel);
            var outcome = new KeyValuePair<string, object?>(Attributes.Outcome, result switch
            {
                AppendResult.Appended => "appended",
                AppendResult.Conflict => "conflict",
                _ => "duplicate",
            });
            instruments.AppendDuration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, outcome);
            if (result is AppendResult.Appended)
                instruments.Events.Add(append.Events.Count);
            span?.SetTag(outcome.Key, outcome.Value);
            return result;
        }
        catch (Exception fault)
        {
            instruments.AppendDuration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, Failed(fault));
            span.Failed(fault);
            throw;
        }
    }

    private static TagList Failed(Exception fault) => new(
        [new(Attributes.Outcome, Attributes.Fault), new(Attributes.Error, Attributes.CodeOf(fault))]);
}
