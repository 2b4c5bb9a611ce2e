namespace ClusterActors.Silo.Processes;

/// <summary>How a process of the cluster is started and stopped.</summary>
/// <param name="Name">Of the process in what is printed, and of its log.</param>
/// <param name="UpWith">The address that a line of its output announces; null for any other line.</param>
/// <param name="Stop">Asks it to end in order.</param>
/// <param name="AtOurDeath">What the kernel sends it when this process ends, however that comes.</param>
internal sealed record ProcessPlan(string Name, string[] Command, Func<string, string?> UpWith, Signal Stop, Signal AtOurDeath)
{
    /// <summary>Variables besides those of this process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Done each time that it has ended without having been asked to, before it is started again.</summary>
    public Func<Task> Afterwards { get; init; } = () => Task.CompletedTask;
}
