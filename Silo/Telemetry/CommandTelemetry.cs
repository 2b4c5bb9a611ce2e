using System.Diagnostics;

namespace ClusterActors.Silo.Telemetry;

/// <summary>Measures what grains are told, from the call filter of whichever runtime carries them.</summary>
internal sealed class CommandTelemetry(Instruments instruments)
{
    /// <param name="argument">The first of the call; a call that brings neither a command nor an outcome passes unseen.</param>
    public Task<TResult> ObserveAsync<TResult>(string key, object? argument, Func<Task<TResult>> run) => argument switch
    {
        IEnvelope envelope => ObserveAsync(key, envelope.Command.GetType().Name, run),
        StepOutcome => ObserveAsync(key, "Settle", run),
        _ => run(),
    };

    private async Task<TResult> ObserveAsync<TResult>(string key, string command, Func<Task<TResult>> run)
    {
        var grain = Attributes.KindOf(key);
        using var span = Instruments.Source.HasListeners() ? Instruments.Source.StartActivity($"{grain} {command}") : null;
        span?.SetTag(Attributes.Grain, grain).SetTag(Attributes.Command, command).SetTag(Attributes.Stream, key);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var result = await run();
            if (result is Answer.Refused refused)
                Count(grain, command, "refused", refused.Code, span);
            else
                Count(grain, command, "accepted", null, span);
            return result;
        }
        catch (Exception fault)
        {
            Count(grain, command, Attributes.Fault, Attributes.CodeOf(fault), null);
            span.Failed(fault);
            throw;
        }
        finally
        {
            instruments.CommandDuration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, new KeyValuePair<string, object?>(Attributes.Grain, grain));
        }
    }

    private void Count(string grain, string command, string outcome, string? error, Activity? span)
    {
        TagList tags = new([new(Attributes.Grain, grain), new(Attributes.Command, command), new(Attributes.Outcome, outcome)]);
        if (error is not null)
            tags.Add(Attributes.Error, error);
        instruments.Commands.Add(1, tags);
        span?.SetTag(Attributes.Outcome, outcome).SetTag(Attributes.Error, error);
    }
}
