using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignCommand
{
    /// <summary>
    /// The Academy closes the signing of the pact, by a decision and with a reason, where a school that does not sign holds up the others: the
    /// pact is in force with the signatures that it has, at least one. Who is missing can still sign, late.
    /// </summary>
    [GenerateSerializer, Alias("close-signing")]
    public sealed record CloseSigning([property: Id(0)] DecisionReference Decision, [property: Id(1)] string Reason) : CampaignCommand;
}
