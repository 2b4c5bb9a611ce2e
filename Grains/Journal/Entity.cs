using System.Security.Cryptography;

namespace ClusterActors.Journal;

/// <summary>
/// The life of one grain's state: load, decide, append, evolve, forget. State in memory changes only after the append has
/// committed. Every answer is fenced, refusals and repetitions too, so a second activation that Orleans may have for a while
/// can speak with no authority. One call at a time: the runtime sees to that.
/// </summary>
public sealed class Entity<TState, TCommand, TEvent>(
    Aggregate<TState, TCommand, TEvent> aggregate, IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock)
    where TEvent : class
{
    // A conflict means that our state was stale; fresh state is stale again only while another activation is writing.
    private const int Attempts = 2;

    private const int LongestDetail = 500;

    private static readonly EventTypes<TEvent> Types = new();

    private readonly Replay<TState, TCommand, TEvent> replay = new(aggregate, journal, snapshots);

    private Standing<TState>? loaded;

    /// <exception cref="JournalException">The outcome is unknown or nothing happened; repeat with the same operation id.</exception>
    /// <param name="envelope">The command on its way.</param>
    /// <param name="checkpoint">Made for this decision, where it draws a seed.</param>
    public Task<Answer> Tell(Envelope<TCommand> envelope, Checkpoint? checkpoint = null) =>
        Answered(
            envelope.OperationId,
            envelope.Actor,
            CanonicalJson.Write(envelope.Command),
            settles: null,
            (current, context) => aggregate.Decide(current.State, envelope.Command, context with { Checkpoint = checkpoint }) switch
            {
                Decision<TEvent>.Accept accept => Accepted(current, context, envelope.OperationId, accept.Events),
                Decision<TEvent>.Refuse { Refusal: var refusal } =>
                    new(current, [], [], new Answer.Refused { Version = current.Version, Code = refusal.Code, Detail = Short(refusal.Detail) }),
                var other => throw new InvalidOperationException($"{other} is no decision."),
            });

    /// <summary>Records what came of one of our messages and, in the same write, marks it done.</summary>
    public Task<Answer> Settle(StepOutcome outcome)
    {
        var operation = $"step:{outcome.MessageId}";
        var payload = CanonicalJson.Write(StepAnswered.From(outcome));
        return Answered(operation, Actor.System(outcome.Target), payload, outcome.MessageId, (current, context) =>
        {
            var e = Sealed(current, context, operation, StepAnswered.TypeName, payload);
            return new(current.After(e, current.State), [e], [], new Answer.Accepted { Version = e.Version });
        });
    }

    private async Task<Answer> Answered(
        string operation, Actor actor, byte[] request, string? settles, Func<Standing<TState>, Context, Outcome> decide)
    {
        var requestHash = SHA256.HashData(request);
        for (var attempt = 1; ; attempt++)
        {
            var current = loaded ??= await replay.LoadAsync(activation.Key);
            var outcome = decide(current, new(activation.Key, actor, await NowAsync(current)));
            var result = await AppendOrForget(new()
            {
                Stream = activation.Key,
                ExpectedVersion = current.Version,
                OperationId = operation,
                RequestHash = requestHash,
                Actor = actor.ToString(),
                Answer = CanonicalJson.Write(outcome.Answer),
                Events = outcome.Events,
                Messages = outcome.Messages,
                View = outcome.Events.Count == 0 ? null : View(outcome.Next),
                SettlesMessage = settles,
                Publishes = outcome.Publishes,
                Broken = outcome.Broken,
            });

            switch (result)
            {
                case AppendResult.Appended:
                    loaded = replay.Kept(activation.Key, outcome.Next);
                    return outcome.Answer;
                case AppendResult.Duplicate stored:
                    return stored.RequestHash.AsSpan().SequenceEqual(requestHash) && stored.Actor == actor.ToString()
                        ? CanonicalJson.Read<Answer>(stored.Answer)
                        : new Answer.Refused
                        {
                            Version = current.Version,
                            Code = RefusalCode.OperationIdReused,
                            Detail = $"Operation '{operation}' was used before for something else.",
                        };
                case AppendResult.Conflict when attempt < Attempts:
                    loaded = null;
                    break;
                default:
                    Forget();
                    throw new JournalException("contended", $"{activation.Key} is being written by another activation; repeat the operation.");
            }
        }
    }

    // A detail may quote what the caller sent; the journal keeps it for ever.
    private static string Short(string detail) => detail.Length <= LongestDetail ? detail : string.Concat(detail.AsSpan(0, LongestDetail), "…");

    private Outcome Accepted(Standing<TState> current, Context context, string operation, IReadOnlyList<TEvent> decided)
    {
        var events = new List<JournalEvent>(decided.Count);
        var messages = new List<OutboxMessage>();
        BrokenInvariant? broken = null;
        foreach (var e in decided)
        {
            var (type, payload) = Types.Write(e);
            var written = Sealed(current, context, operation, type, payload);
            var next = aggregate.Evolve(current.State, e);
            broken ??= aggregate.Broken(current.State, e, next);
            current = current.After(written, next);
            events.Add(written);
            messages.AddRange(aggregate.React(current.State, e).Select((outgoing, index) => new OutboxMessage(
                $"{context.Stream}/{written.Version}.{index}", context.Stream, written.Version, index, outgoing.Target, outgoing.Payload, Due(context, outgoing))));
        }

        return new(current, events, messages, new Answer.Accepted { Version = current.Version }, decided.Any(aggregate.Publishes), broken);
    }

    // What need not wait is due whatever the clock says, even one that was set back.
    private static DateTimeOffset Due(Context context, Outgoing outgoing) =>
        outgoing.After == TimeSpan.Zero ? DateTimeOffset.UnixEpoch : context.RecordedAt + outgoing.After;

    private static JournalEvent Sealed(Standing<TState> current, Context context, string operation, string type, byte[] payload)
    {
        var (version, actor) = (current.Version + 1, context.Actor.ToString());
        var hash = Chain.Link(context.Stream, version, type, payload, actor, operation, context.RecordedAt, current.Hash);
        return new(context.Stream, version, 0, type, payload, actor, operation, context.RecordedAt, current.Hash, hash);
    }

    private ViewRow? View(Standing<TState> next) => aggregate.View(next.State) is { } view
        ? new(activation.Key, view.Kind, next.Version, CanonicalJson.Write(view.Document), view.Cluster, view.Year, view.School, view.Phase)
        : null;

    private async Task<AppendResult> AppendOrForget(Append append)
    {
        try
        {
            return await journal.AppendAsync(append);
        }
        catch
        {
            // The write may or may not have happened: what we hold is no longer known to be the truth.
            Forget();
            throw;
        }
    }

    private void Forget()
    {
        loaded = null;
        activation.Drop();
    }

    // Whole milliseconds, as the journal keeps them; never before the stream's last event, whatever the clock says.
    private async ValueTask<DateTimeOffset> NowAsync(Standing<TState> current)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds((await clock.NowAsync()).ToUnixTimeMilliseconds());
        return now > current.RecordedAt ? now : current.RecordedAt;
    }

    private sealed record Outcome(Standing<TState> Next, IReadOnlyList<JournalEvent> Events, IReadOnlyList<OutboxMessage> Messages, Answer Answer, bool Publishes = false, BrokenInvariant? Broken = null);
}
