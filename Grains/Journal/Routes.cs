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
using ClusterActors.PlayClocks;
using ClusterActors.Schools;
using ClusterActors.Standards;
using ClusterActors.Statistics;

namespace ClusterActors.Journal;

/// <summary>From a key to its grain: the first word of a key names the kind.</summary>
internal static class Routes
{
    private static readonly Dictionary<string, Route> ByKind = new(StringComparer.Ordinal)
    {
        [AcademyKey.Kind] = new Route<IAcademyGrain, AcademyCommand>(),
        [SchoolKey.Kind] = new Route<ISchoolGrain, SchoolCommand>(),
        [ClusterKey.Kind] = new Route<IClusterGrain, ClusterCommand>(),
        [CampaignKey.Kind] = new Route<ICampaignGrain, CampaignCommand>(),
        [InspectionKey.Kind] = new Route<IInspectionGrain, InspectionCommand>(),
        [BeaconKey.Kind] = new Route<IBeaconGrain, BeaconCommand>(),
        [ElectionKey.Kind] = new Route<IElectionGrain, ElectionCommand>(),
        [StatisticsKey.Kind] = new Route<IStatisticsGrain, StatisticsCommand>(),
        [DocumentKey.Kind] = new Route<IDocumentGrain, DocumentCommand>(),
        [CouncilKey.Kind] = new Route<ICouncilGrain, CouncilCommand>(),
        [ActivitiesKey.Kind] = new Route<IActivitiesGrain, ActivitiesCommand>(),
        [StandardKey.Kind] = new Route<IStandardGrain, StandardCommand>(),
        [AssessmentKey.Kind] = new Route<IAssessmentGrain, AssessmentCommand>(),
        [InboxKey.Kind] = new Route<IInboxGrain, InboxCommand>(),
        [PlayClockKey.Kind] = new Route<IPlayClockGrain, PlayClockCommand>(),
    };

    public static Task<Answer> TellAsync(IGrainFactory grains, OutboxMessage message) => Find(message.Target).TellAsync(grains, message);

    public static Task<Answer> SettleAsync(IGrainFactory grains, string source, StepOutcome outcome) => Find(source).SettleAsync(grains, source, outcome);

    private static Route Find(string key) =>
        ByKind.TryGetValue(key[..key.IndexOf(':', StringComparison.Ordinal)], out var route)
            ? route
            : throw new InvalidOperationException($"No grain has keys like '{key}'.");

    private abstract class Route
    {
        public abstract Task<Answer> TellAsync(IGrainFactory grains, OutboxMessage message);

        public abstract Task<Answer> SettleAsync(IGrainFactory grains, string source, StepOutcome outcome);
    }

    private sealed class Route<TGrain, TCommand> : Route
        where TGrain : IStreamGrain<TCommand>
    {
        public override Task<Answer> TellAsync(IGrainFactory grains, OutboxMessage message) =>
            grains.GetGrain<TGrain>(message.Target).Tell(
                new($"outbox:{message.Id}", Actor.System(message.Source), CanonicalJson.Read<TCommand>(message.Payload)));

        public override Task<Answer> SettleAsync(IGrainFactory grains, string source, StepOutcome outcome) =>
            grains.GetGrain<TGrain>(source).Settle(outcome);
    }
}
