using ClusterActors.Journal;
using ClusterActors.PlayClocks;
using ClusterActors.Silo.Telemetry;
using ClusterActors.Storage;

namespace ClusterActors.Silo;

/// <summary>What the grains of a process and those who serve them need, whichever runtime carries them.</summary>
internal static class DomainServices
{
    /// <param name="snapshotEvery">After how many events a grain's state is kept, where something keeps it; 0 keeps none.</param>
    public static IServiceCollection AddDomain(this IServiceCollection services, IStore store, FolderKind kind, ClusterTimes times, int snapshotEvery) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton<Instruments>()
        .AddSingleton<DomainClock>(kind == FolderKind.Play ? new JournalledClock(store.Views) : new WallClock(TimeProvider.System))
        .AddSingleton<ICalendar>(provider => provider.GetRequiredService<DomainClock>())
        .AddSingleton<IJournal>(provider => new PublishingJournal(
            new ObservedJournal(provider.GetRequiredService<GuardedJournal>(), provider.GetRequiredService<Instruments>()), provider.GetRequiredService<CheckpointService>().Request))
        .AddSingleton(provider => new GuardedJournal(store.Journal, provider.GetRequiredService<Instruments>(), provider.GetRequiredService<ILogger<GuardedJournal>>()))
        .AddSingleton<ISnapshots>(provider => snapshotEvery == 0
            ? new NoSnapshots()
            : new ObservedSnapshots(
                new SnapshotCache(provider.GetRequiredService<ISnapshotStore>(), new() { Every = snapshotEvery }, provider.GetRequiredService<ILogger<SnapshotCache>>()),
                provider.GetRequiredService<Instruments>()))
        .AddSingleton<IOutbox>(provider => new ObservedOutbox(store.Outbox, provider.GetRequiredService<Instruments>()))
        .AddSingleton(store.OutboxAge)
        .AddSingleton(store.Upkeep)
        .AddSingleton(provider => new ObservedCheckpoints(store.Checkpoints, provider.GetRequiredService<Instruments>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<ICheckpoints>(provider => provider.GetRequiredService<ObservedCheckpoints>())
        .AddSingleton(store.Views)
        .AddSingleton(store.National)
        .AddSingleton(store.Viewer)
        .AddSingleton(store.Reader)
        .AddSingleton(store.People)
        .AddSingleton<CheckpointService>()
        .AddSingleton(DispatcherOptions.Default with { Call = times.Response, Lease = times.Lease })
        .AddSingleton<GrainDelivery>()
        .AddSingleton<IDelivery>(provider => new ObservedDelivery(provider.GetRequiredService<GrainDelivery>(), provider.GetRequiredService<Instruments>()))
        .AddSingleton<Dispatcher>();
}
