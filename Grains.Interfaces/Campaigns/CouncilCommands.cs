using ClusterActors.Academy;
using ClusterActors.Councils;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignCommand
{
    /// <summary>The Academy's council has voted on a nomination.</summary>
    [GenerateSerializer, Alias("note-council")]
    public sealed record NoteCouncil([property: Id(0)] Award Award, [property: Id(1)] string School, [property: Id(2)] CouncilAdvice Advice) : CampaignCommand;
}
