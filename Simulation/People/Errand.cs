using ClusterActors.Academy;
using ClusterActors.Activities;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Councils;
using ClusterActors.Documents;
using ClusterActors.Elections;
using ClusterActors.Inboxes;
using ClusterActors.Inspections;
using ClusterActors.Schools;
using ClusterActors.Standards;
using ClusterActors.Statistics;

namespace ClusterActors.Simulation.People;

/// <summary>Something that a person wants of a grain.</summary>
/// <param name="NotBefore">When the person would do it.</param>
internal abstract record Errand(IGrainKey Key, Actor Actor, DateTimeOffset NotBefore)
{
    public static Errand Of(Actor actor, AcademyCommand command, DateTimeOffset notBefore = default) =>
        new Errand<IAcademyGrain, AcademyCommand>(AcademyKey.National, actor, command, notBefore);

    public static Errand Of(SchoolKey key, Actor actor, SchoolCommand command) => new Errand<ISchoolGrain, SchoolCommand>(key, actor, command, default);

    public static Errand Of(ClusterKey key, Actor actor, ClusterCommand command, DateTimeOffset notBefore = default) =>
        new Errand<IClusterGrain, ClusterCommand>(key, actor, command, notBefore);

    public static Errand Of(CampaignKey key, Actor actor, CampaignCommand command, DateTimeOffset notBefore = default) =>
        new Errand<ICampaignGrain, CampaignCommand>(key, actor, command, notBefore);

    public static Errand Of(InspectionKey key, Actor actor, InspectionCommand command, DateTimeOffset notBefore = default) =>
        new Errand<IInspectionGrain, InspectionCommand>(key, actor, command, notBefore);

    public static Errand Of(ElectionKey key, Actor actor, ElectionCommand command) => new Errand<IElectionGrain, ElectionCommand>(key, actor, command, default);

    public static Errand Of(StatisticsKey key, Actor actor, StatisticsCommand command, DateTimeOffset notBefore = default) =>
        new Errand<IStatisticsGrain, StatisticsCommand>(key, actor, command, notBefore);

    public static Errand Of(DocumentKey key, Actor actor, DocumentCommand command, DateTimeOffset notBefore = default) =>
        new Errand<IDocumentGrain, DocumentCommand>(key, actor, command, notBefore);

    public static Errand Of(ActivitiesKey key, Actor actor, ActivitiesCommand command, DateTimeOffset notBefore = default) =>
        new Errand<IActivitiesGrain, ActivitiesCommand>(key, actor, command, notBefore);

    public static Errand Of(CouncilKey key, Actor actor, CouncilCommand command) => new Errand<ICouncilGrain, CouncilCommand>(key, actor, command, default);

    public static Errand Of(StandardKey key, Actor actor, StandardCommand command) => new Errand<IStandardGrain, StandardCommand>(key, actor, command, default);

    public static Errand Of(AssessmentKey key, Actor actor, AssessmentCommand command) => new Errand<IAssessmentGrain, AssessmentCommand>(key, actor, command, default);

    public static Errand Of(InboxKey key, Actor actor, InboxCommand command) => new Errand<IInboxGrain, InboxCommand>(key, actor, command, default);

    public abstract Task<Answer> SendAsync(IGrainFactory grains, string operation);
}

internal sealed record Errand<TGrain, TCommand>(IGrainKey Key, Actor Actor, TCommand Command, DateTimeOffset NotBefore) : Errand(Key, Actor, NotBefore)
    where TGrain : IStreamGrain<TCommand>
{
    public override Task<Answer> SendAsync(IGrainFactory grains, string operation) =>
        grains.GetGrain<TGrain>(Key.ToString()!).Tell(new(operation, Actor, Command));
}
