namespace ClusterActors.Silo;

/// <summary>The processes that carry grains, as the runtime sees them.</summary>
internal interface ISilos
{
    Task<IReadOnlyList<SiloStanding>> ListAsync();

    /// <summary>Null in a process that carries none.</summary>
    Task<int?> ActivationsHereAsync();
}

/// <param name="Status">In the runtime's own word.</param>
/// <param name="Activations">Null where it could not be asked.</param>
internal sealed record SiloStanding(string Name, string Status, DateTimeOffset? StartedAt, int? Activations);
