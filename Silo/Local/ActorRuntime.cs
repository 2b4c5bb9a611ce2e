using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;
using ClusterActors.LocalRuntime;
using ClusterActors.PlayClocks;
using ClusterActors.Schools;

namespace ClusterActors.Silo;

/// <summary>The runtime of the Local build: every grain in this process.</summary>
internal static class ActorRuntime
{
    public const string Name = "LocalRuntime";

    public static void AddActorRuntime(this WebApplicationBuilder builder) => builder.Services.AddLocalRuntime(grains => grains
        .Add<IAcademyGrain, AcademyGrain>()
        .Add<ISchoolGrain, SchoolGrain>()
        .Add<IClusterGrain, ClusterGrain>()
        .Add<ICampaignGrain, CampaignGrain>()
        .Add<IInspectionGrain, InspectionGrain>()
        .Add<IPlayClockGrain, PlayClockGrain>());
}
