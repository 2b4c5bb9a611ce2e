namespace ClusterActors.PlayClocks;

/// <summary>A clock that only goes forward. The gateway offers it in played folders alone.</summary>
public static class PlayClockDecider
{
    public static Aggregate<PlayClockState, PlayClockCommand, PlayClockEvent> Aggregate { get; } =
        new(new(Now: null), Decide, PlayClockState.Evolve, (_, _) => [], View);

    public static Decision<PlayClockEvent> Decide(PlayClockState state, PlayClockCommand command, Context context) => command switch
    {
        PlayClockCommand.MoveClock(var to) =>
            Rights.Official(context.Actor)
            ?? Check.When(to.Offset != TimeSpan.Zero || to.Ticks % TimeSpan.TicksPerMillisecond != 0, RefusalCode.DateInvalid, "The clock takes whole milliseconds, UTC.")
            ?? Check.When(to.Year > Years.Last, RefusalCode.DateInvalid, $"The clock goes up to the end of {Years.Last}.")
            ?? Check.When(state.Now is { } now && to < now, RefusalCode.ClockBackwards, $"The clock stands at {state.Now:O}; it does not go back to {to:O}.")
            ?? (Decision<PlayClockEvent>)new PlayClockEvent.ClockMoved(to),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static ViewDocument? View(PlayClockState state) => state.Now is { } now ? new(PlayClockKey.Kind, new PlayClockView(now)) : null;
}
