namespace ClusterActors.Journal;

/// <summary>
/// A concept of the domain as pure functions over a closed union of events. Nothing here reads a clock, a store or another
/// grain; all are total.
/// </summary>
/// <param name="Initial">The state of a stream that has no events.</param>
/// <param name="Decide">Events or a refusal; sees the state, the command and its <see cref="Context"/>, nothing else.</param>
/// <param name="Evolve">The state after an event; never throws.</param>
/// <param name="React">What other grains are to be told of an event, given the state after it.</param>
/// <param name="View">The view row of a state; null for one that shows nothing.</param>
public sealed record Aggregate<TState, TCommand, TEvent>(
    TState Initial,
    Func<TState, TCommand, Context, Decision<TEvent>> Decide,
    Func<TState, TEvent, TState> Evolve,
    Func<TState, TEvent, IEnumerable<Outgoing>> React,
    Func<TState, ViewDocument?> View)
    where TEvent : class
{
    /// <summary>Whether an event completes a document that is published; a checkpoint of the journal follows it.</summary>
    public Func<TEvent, bool> Publishes { get; init; } = _ => false;

    /// <summary>What must hold from the state before an event to the state after it, and does not; always on, so it must be cheap.</summary>
    public Func<TState, TEvent, TState, BrokenInvariant?> Broken { get; init; } = (_, _, _) => null;
}

/// <summary>All that a decision may know beside state and command.</summary>
/// <param name="Stream">The key of the deciding grain.</param>
/// <param name="RecordedAt">Never before the stream's last event; whole milliseconds, UTC.</param>
/// <param name="Checkpoint">Made for this decision; null but for those that draw seeds.</param>
public sealed record Context(string Stream, Actor Actor, DateTimeOffset RecordedAt, Checkpoint? Checkpoint = null);

/// <summary>A closed union: what a command comes to.</summary>
public abstract record Decision<TEvent>
{
    private Decision()
    {
    }

    public sealed record Accept(IReadOnlyList<TEvent> Events) : Decision<TEvent>;

    public sealed record Refuse(Refusal Refusal) : Decision<TEvent>;

    public static implicit operator Decision<TEvent>(Refusal refusal) => new Refuse(refusal);

    public static implicit operator Decision<TEvent>(TEvent e) => new Accept([e]);
}

/// <param name="Code">One of <see cref="RefusalCode"/>.</param>
/// <param name="Detail">One sentence that says what is wrong with which value.</param>
public sealed record Refusal(string Code, string Detail)
{
    public Refusal(string code, InvariantText detail)
        : this(code, detail.ToString())
    {
    }
}

/// <summary>A command for another grain.</summary>
public sealed record Outgoing(string Target, byte[] Payload, TimeSpan After)
{
    public static Outgoing To<TCommand>(IGrainKey target, TCommand command, TimeSpan after = default) =>
        new(target.ToString(), CanonicalJson.Write(command), after);
}

/// <param name="Document">A view contract of Grains.Interfaces; written as canonical JSON.</param>
public sealed record ViewDocument(string Kind, object Document, string? Cluster = null, int? Year = null, string? School = null, string? Phase = null);
