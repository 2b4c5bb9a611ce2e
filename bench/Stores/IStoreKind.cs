namespace ClusterActors.Bench.Stores;

/// <summary>A kind of store that commands are made durable in.</summary>
internal interface IStoreKind
{
    /// <summary>A word of a figure's name.</summary>
    string Name { get; }

    string Title { get; }

    /// <summary>What it would need here; null when nothing is missing.</summary>
    string? NotRun { get; }

    /// <summary>The least that the same rows cost, in whatever ways a program has to write them.</summary>
    IReadOnlyList<IRowsFloor> Floors { get; }

    Task<IFreshDatabase> CreateAsync(Workplace place);
}
