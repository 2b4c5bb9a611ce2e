using ClusterActors.Journal;

namespace ClusterActors.Tests;

/// <summary>Given a history, when a command comes, then there are events or there is a refusal.</summary>
internal static class Given
{
    public static Given<TState, TCommand, TEvent> Nothing<TState, TCommand, TEvent>(Aggregate<TState, TCommand, TEvent> concept, IGrainKey key)
        where TEvent : class => new(concept, key.ToString(), []);
}

/// <summary>A stream as its events have made it.</summary>
internal sealed record Given<TState, TCommand, TEvent>(Aggregate<TState, TCommand, TEvent> Concept, string Stream, EquatableList<TEvent> History)
    where TEvent : class
{
    public TState State => History.Aggregate(Concept.Initial, Concept.Evolve);

    /// <summary>The history goes on with events, whoever decided them.</summary>
    public Given<TState, TCommand, TEvent> With(params TEvent[] events) => this with { History = [.. History, .. events] };

    /// <summary>The history goes on with what an accepted command comes to.</summary>
    public Given<TState, TCommand, TEvent> And(Actor actor, TCommand command, DateTimeOffset? at = null) => When(actor, command, at).Accepted();

    public Then<TState, TCommand, TEvent> When(Actor actor, TCommand command, DateTimeOffset? at = null)
    {
        var context = new Context(Stream, actor, at ?? Moment.Default);
        var state = State;
        var decision = Concept.Decide(state, command, context);
        AssertSame(decision, Concept.Decide(State, command, context));
        Assert.Equal(State, state);
        return new(this, decision);
    }

    // Pure: asked twice, it says the same, and has changed nothing.
    private static void AssertSame(Decision<TEvent> first, Decision<TEvent> second)
    {
        if (first is Decision<TEvent>.Accept { Events: var events } && second is Decision<TEvent>.Accept { Events: var again })
            Assert.Equal(events, again);
        else
            Assert.Equal(first, second);
    }
}

/// <summary>What the command came to.</summary>
internal sealed record Then<TState, TCommand, TEvent>(Given<TState, TCommand, TEvent> Before, Decision<TEvent> Decision)
    where TEvent : class
{
    /// <summary>Exactly these events, in this order.</summary>
    public Given<TState, TCommand, TEvent> Events(params TEvent[] expected)
    {
        var after = Accepted();
        Assert.Equal(expected, after.History.Skip(Before.History.Count));
        return after;
    }

    /// <summary>One event of this type and no other.</summary>
    public TCase One<TCase>()
        where TCase : TEvent => Assert.IsType<TCase>(Assert.Single(Accepted().History.Skip(Before.History.Count)));

    /// <summary>Accepted, with at least one event; what other grains and readers get of it can be made.</summary>
    public Given<TState, TCommand, TEvent> Accepted()
    {
        var accept = Decision as Decision<TEvent>.Accept;
        Assert.True(accept is not null, $"Expected events, got {Decision}.");
        Assert.NotEmpty(accept.Events);
        var after = Before;
        foreach (var e in accept.Events)
        {
            after = after.With(e);
            _ = Before.Concept.React(after.State, e).ToList();
            _ = CanonicalJson.Write(Before.Concept.View(after.State)?.Document);
        }

        return after;
    }

    /// <summary>What other grains are told.</summary>
    public IReadOnlyList<Outgoing> Messages()
    {
        var after = Accepted();
        return [.. after.History.Skip(Before.History.Count).SelectMany((_, i) =>
        {
            var then = Before.With([.. after.History.Skip(Before.History.Count).Take(i + 1)]);
            return Before.Concept.React(then.State, then.History[^1]);
        })];
    }

    /// <summary>Refused with this code, one sentence of detail, and nothing left behind.</summary>
    public void Refused(string code)
    {
        var refuse = Decision as Decision<TEvent>.Refuse;
        Assert.True(refuse is not null, $"Expected the refusal {code}, got events: {(Decision as Decision<TEvent>.Accept)?.Events.Count}.");
        Assert.Equal(code, refuse.Refusal.Code);
        Assert.False(string.IsNullOrWhiteSpace(refuse.Refusal.Detail));
    }
}
