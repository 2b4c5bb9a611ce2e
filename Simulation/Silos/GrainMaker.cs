using ClusterActors.Academy;
using ClusterActors.Activities;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Councils;
using ClusterActors.Documents;
using ClusterActors.Elections;
using ClusterActors.Inboxes;
using ClusterActors.Inspections;
using ClusterActors.Journal;
using ClusterActors.Schools;
using ClusterActors.Standards;
using ClusterActors.Statistics;

namespace ClusterActors.Simulation.Silos;

/// <summary>What a silo gives to a grain.</summary>
internal sealed record SiloPorts(IJournal Journal, IOutbox Outbox, ICheckpoints Checkpoints, ISnapshots Snapshots, DomainClock Clock);

/// <summary>The grains of production by their keys' first words. Tests that prove the simulator put worse ones in their place.</summary>
internal static class GrainMaker
{
    public static object Make(IActivation activation, SiloPorts ports) => activation.Key[..activation.Key.IndexOf(':', StringComparison.Ordinal)] switch
    {
        AcademyKey.Kind => new AcademyGrain(activation, ports.Journal, ports.Snapshots, ports.Clock),
        SchoolKey.Kind => new SchoolGrain(activation, ports.Journal, ports.Snapshots, ports.Clock),
        ClusterKey.Kind => new ClusterGrain(activation, ports.Journal, ports.Snapshots, ports.Clock),
        CampaignKey.Kind => new CampaignGrain(activation, ports.Journal, ports.Snapshots, ports.Clock),
        InspectionKey.Kind => new InspectionGrain(activation, ports.Journal, ports.Snapshots, ports.Clock),
        BeaconKey.Kind => new BeaconGrain(activation, ports.Journal, ports.Snapshots, ports.Clock, ports.Checkpoints),
        ElectionKey.Kind => new ElectionGrain(activation, ports.Journal, ports.Snapshots, ports.Clock),
        StatisticsKey.Kind => new StatisticsGrain(activation, ports.Journal, ports.Snapshots, ports.Clock),
        DocumentKey.Kind => new DocumentGrain(activation, ports.Journal, ports.Snapshots, ports.Clock),
        ActivitiesKey.Kind => new ActivitiesGrain(activation, ports.Journal, ports.Snapshots, ports.Clock),
        CouncilKey.Kind => new CouncilGrain(activation, ports.Journal, ports.Snapshots, ports.Clock),
        StandardKey.Kind => new StandardGrain(activation, ports.Journal, ports.Snapshots, ports.Clock),
        AssessmentKey.Kind => new AssessmentGrain(activation, ports.Journal, ports.Snapshots, ports.Clock),
        InboxKey.Kind => new InboxGrain(activation, ports.Journal, ports.Snapshots, ports.Clock),
        _ => throw new ArgumentException($"No grain has keys like '{activation.Key}'.", nameof(activation)),
    };
}
