namespace ClusterActors.Storage.Postgres;

/// <summary>
/// How long a write waits, and is waited for. The order matters: a writer that was stopped inside its transaction must be thrown
/// out (<see cref="IdleInTransaction"/>) before others give up waiting for its locks (<see cref="Lock"/>), and the server must
/// give up a statement before the client stops listening (<see cref="Reply"/>), or an outcome is unknown that need not be.
/// </summary>
public sealed record PostgresPatience
{
    public TimeSpan IdleInTransaction { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan Lock { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan Statement { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whole seconds; for everything that is sent at once.</summary>
    public TimeSpan Reply { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>For the locks of an append that is tried alone because its batch has failed: its neighbours wait for it.</summary>
    public TimeSpan LockAlone { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>For an earlier session of this store, which the server may notice to be dead later than we do.</summary>
    public TimeSpan StoreLock { get; init; } = TimeSpan.FromSeconds(2);
}
