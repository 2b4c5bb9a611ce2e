namespace ClusterActors.Silo;

/// <summary>The processes that carry grains, as the runtime of this process sees them.</summary>
internal interface ISilos
{
    /// <summary>For a silo, the active ones, itself among them; for a gateway, those it is connected to. 0 means that this process has no place among them.</summary>
    ValueTask<int> CountAsync(CancellationToken cancel);

    Task<IReadOnlyList<SiloStanding>> ListAsync();

    /// <summary>Null in a process that carries none.</summary>
    Task<int?> ActivationsHereAsync();
}

/// <param name="Status">In the runtime's own word.</param>
/// <param name="Activations">Null where it could not be asked.</param>
internal sealed record SiloStanding(string Name, string Status, DateTimeOffset? StartedAt, int? Activations);
