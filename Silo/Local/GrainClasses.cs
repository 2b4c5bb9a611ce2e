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
using ClusterActors.LocalRuntime;
using ClusterActors.PlayClocks;
using ClusterActors.Schools;
using ClusterActors.Standards;
using ClusterActors.Statistics;

namespace ClusterActors.Silo;

/// <summary>Which class answers which contract; Orleans finds that out by itself.</summary>
internal static class GrainClasses
{
    public static void CarryGrains(this LocalRuntimeOptions grains) => grains
        .Add<IAcademyGrain, AcademyGrain>()
        .Add<ISchoolGrain, SchoolGrain>()
        .Add<IClusterGrain, ClusterGrain>()
        .Add<ICampaignGrain, CampaignGrain>()
        .Add<IInspectionGrain, InspectionGrain>()
        .Add<IElectionGrain, ElectionGrain>()
        .Add<IStatisticsGrain, StatisticsGrain>()
        .Add<IDocumentGrain, DocumentGrain>()
        .Add<ICouncilGrain, CouncilGrain>()
        .Add<IActivitiesGrain, ActivitiesGrain>()
        .Add<IStandardGrain, StandardGrain>()
        .Add<IAssessmentGrain, AssessmentGrain>()
        .Add<IInboxGrain, InboxGrain>()
        .Add<IBeaconGrain, BeaconGrain>()
        .Add<IPlayClockGrain, PlayClockGrain>();
}
