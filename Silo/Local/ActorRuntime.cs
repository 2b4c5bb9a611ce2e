using ClusterActors.Journal;
using ClusterActors.LocalRuntime;
using ClusterActors.Silo.Commands;
using ClusterActors.Storage;

namespace ClusterActors.Silo;

/// <summary>The runtime of the Local build: every grain in this process.</summary>
internal static class ActorRuntime
{
    public const string Name = "LocalRuntime";

    /// <summary>Whether several processes can share a store.</summary>
    public static bool IsClustered => false;

    /// <exception cref="JournalException"><c>orleans_needed</c>: more than one process means Orleans.</exception>
    public static void AddActorRuntime(this WebApplicationBuilder builder, ServerOptions options, IStore store) => _ = options.Part != ServerPart.All
        ? throw new JournalException(CommandLine.OrleansNeeded, "A silo or a gateway of its own needs the Orleans build; this is the Local build.")
        : builder.Services
            .AddSnapshots(store, options.Store.Folder)
            .AddSingleton<ICallFilter, ObservedCalls>()
            .AddSingleton<ISilos, LocalSilos>()
            .AddLocalRuntime(grains => grains.CarryGrains());
}
