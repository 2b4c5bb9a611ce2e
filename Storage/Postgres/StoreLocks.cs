namespace ClusterActors.Storage.Postgres;

/// <summary>Keys of advisory locks: "Cluster" in ASCII and a number. They are of one database and taken always in this order.</summary>
internal static class StoreLocks
{
    /// <summary>Held by a writer's session for as long as it lives: shared by silos, alone by an exclusive store.</summary>
    public const long Store = Name + 1;

    /// <summary>Held while the tables are made or changed.</summary>
    public const long Migration = Name + 2;

    /// <summary>Held from the giving of positions to the end of the commit; the migration's <c>last_position()</c> has it as a literal.</summary>
    public const long Position = Name + 3;

    /// <summary>Held while messages are leased: which message is the first of its pair must not be judged by two at once.</summary>
    public const long Leases = Name + 4;

    /// <summary>Held while a checkpoint is made.</summary>
    public const long Checkpoints = Name + 5;

    private const long Name = 0x436C757374657200;
}
