using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Elections;
using ClusterActors.Journal;
using ClusterActors.Schools;
using ClusterActors.Simulation.Silos;
using ClusterActors.Statistics;

namespace ClusterActors.Tests.Simulation;

/// <summary>A grain with another aggregate than production's.</summary>
internal abstract class WorseGrain<TState, TCommand, TEvent>(Aggregate<TState, TCommand, TEvent> aggregate, IActivation activation, SiloPorts ports)
    where TEvent : class
{
    private readonly Entity<TState, TCommand, TEvent> entity = new(aggregate, activation, ports.Journal, ports.Snapshots, ports.Clock);

    public Task<Answer> Tell(Envelope<TCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}

internal sealed class WorseCampaign(Aggregate<CampaignState, CampaignCommand, CampaignEvent> aggregate, IActivation activation, SiloPorts ports)
    : WorseGrain<CampaignState, CampaignCommand, CampaignEvent>(aggregate, activation, ports), ICampaignGrain;

internal sealed class WorseSchool(Aggregate<SchoolState, SchoolCommand, SchoolEvent> aggregate, IActivation activation, SiloPorts ports)
    : WorseGrain<SchoolState, SchoolCommand, SchoolEvent>(aggregate, activation, ports), ISchoolGrain;

internal sealed class WorseCluster(Aggregate<ClusterState, ClusterCommand, ClusterEvent> aggregate, IActivation activation, SiloPorts ports)
    : WorseGrain<ClusterState, ClusterCommand, ClusterEvent>(aggregate, activation, ports), IClusterGrain;

internal sealed class WorseElection(Aggregate<ElectionState, ElectionCommand, ElectionEvent> aggregate, IActivation activation, SiloPorts ports)
    : WorseGrain<ElectionState, ElectionCommand, ElectionEvent>(aggregate, activation, ports), IElectionGrain;

internal sealed class WorseStatistics(Aggregate<StatisticsState, StatisticsCommand, StatisticsEvent> aggregate, IActivation activation, SiloPorts ports)
    : WorseGrain<StatisticsState, StatisticsCommand, StatisticsEvent>(aggregate, activation, ports), IStatisticsGrain;
