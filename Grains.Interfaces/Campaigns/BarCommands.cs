using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignCommand
{
    /// <summary>A school on the roll is barred in this year; what is frozen stays as it is.</summary>
    [GenerateSerializer, Alias("apply-bar-to-year")]
    public sealed record ApplyBar([property: Id(0)] Bar Bar) : CampaignCommand;

    /// <summary>The bar of a school on the roll is lifted; it is let in where nothing is frozen yet.</summary>
    [GenerateSerializer, Alias("apply-lifting-to-year")]
    public sealed record ApplyLifting([property: Id(0)] Lifting Lifting) : CampaignCommand;
}
