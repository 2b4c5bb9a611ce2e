namespace ClusterActors.Simulation;

/// <summary>How often each fault strikes: once in so many chances; 0 is never.</summary>
public sealed record Faults
{
    public static Faults None { get; } = new();

    public static Faults Usual { get; } = new()
    {
        LostCalls = 60, LostReplies = 60, DoubledCalls = 40, DelayedCalls = 60, OtherActivations = 25,
        RefusedWrites = 80, UnknownWrites = 80, SlowWrites = 40, Crashes = 400, LastCrashes = 2, SkewedClocks = 2, ClockJumps = 2_000,
        DoubledPasses = 15, LatePasses = 15, MissedSnapshots = 4, Repetitions = 12, SecondDevices = 12, Hurries = 12, Mistakes = 6, Cheats = 12,
    };

    public int LostCalls { get; init; }

    public int LostReplies { get; init; }

    public int DoubledCalls { get; init; }

    /// <summary>Delayed beyond the time that a caller waits, and so beyond what the caller did next.</summary>
    public int DelayedCalls { get; init; }

    /// <summary>A call that goes to another silo than the one that holds the grain: two live activations.</summary>
    public int OtherActivations { get; init; }

    public int RefusedWrites { get; init; }

    /// <summary>The write has happened and its answer is lost.</summary>
    public int UnknownWrites { get; init; }

    public int SlowWrites { get; init; }

    /// <summary>At a call of a port, before or after it has done its work.</summary>
    public int Crashes { get; init; }

    /// <summary>Of all silos at once, just before faults heal.</summary>
    public int LastCrashes { get; init; }

    /// <summary>Of the silos, those whose clock is some seconds off.</summary>
    public int SkewedClocks { get; init; }

    /// <summary>A silo's clock is an hour off for a minute.</summary>
    public int ClockJumps { get; init; }

    public int DoubledPasses { get; init; }

    public int LatePasses { get; init; }

    public int MissedSnapshots { get; init; }

    /// <summary>The same operation sent once more, long after it was answered.</summary>
    public int Repetitions { get; init; }

    /// <summary>The same wish as two operations at once.</summary>
    public int SecondDevices { get; init; }

    /// <summary>A command that is not due yet.</summary>
    public int Hurries { get; init; }

    public int Mistakes { get; init; }

    /// <summary>A command in the name of somebody who may not give it.</summary>
    public int Cheats { get; init; }
}
