namespace ClusterActors.Campaigns;

public abstract partial record CampaignCommand
{
    /// <summary>
    /// Returns the year to the phase before (trả lại), as long as nothing that the phase has come to is published: the Academy, or whom the
    /// regulation names for this phase.
    /// </summary>
    /// <param name="From">The phase that was read, so that nobody returns twice.</param>
    [GenerateSerializer, Alias("return-phase")]
    public sealed record ReturnPhase([property: Id(0)] Phase From, [property: Id(1)] string Reason) : CampaignCommand;
}
