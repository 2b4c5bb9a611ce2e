namespace ClusterActors.PlayClocks;

/// <summary>The journalled clock of a played folder; a live folder has none.</summary>
[Alias("play-clock")]
public interface IPlayClockGrain : IStreamGrain<PlayClockCommand>;

[GenerateSerializer, Alias("play-clock-command")]
public abstract record PlayClockCommand
{
    private PlayClockCommand()
    {
    }

    /// <summary>Moves the clock forward; moving it to where it stands already changes nothing.</summary>
    [GenerateSerializer, Alias("move-clock")]
    public sealed record MoveClock([property: Id(0)] DateTimeOffset To) : PlayClockCommand;
}

public sealed record PlayClockView(DateTimeOffset Now);
