using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignCommand
{
    /// <summary>
    /// The Academy puts another school in the place of an inspector who does not or cannot inspect, while the inspection has not come to its
    /// end. What the team has recorded stays.
    /// </summary>
    /// <param name="Inspected">The school that is inspected.</param>
    /// <param name="Inspector">Who inspects no more.</param>
    /// <param name="By">Who inspects instead: another member, not the inspected school itself nor one in conflict with it.</param>
    [GenerateSerializer, Alias("replace-inspector")]
    public sealed record ReplaceInspector(
        [property: Id(0)] string Inspected,
        [property: Id(1)] string Inspector,
        [property: Id(2)] string By,
        [property: Id(3)] DecisionReference Decision,
        [property: Id(4)] string Reason) : CampaignCommand;
}
