namespace ClusterActors.Tests.Faults;

/// <summary>A fault that comes and goes.</summary>
internal interface INemesis
{
    /// <summary>How long it lasts once it has struck.</summary>
    TimeSpan Lasts { get; }

    /// <returns>The silo that it has struck; null when that is none or all of them.</returns>
    Task<int?> StrikeAsync();

    Task HealAsync();
}
