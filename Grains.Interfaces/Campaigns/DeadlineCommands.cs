using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignCommand
{
    /// <summary>
    /// Puts a deadline off to a later day (gia hạn), before or after it has passed, while its step is still open: the Academy, or whom the
    /// regulation names as far as it says. What has been recorded as late stays so.
    /// </summary>
    /// <param name="Day">The new last day, in Vietnam; where it is no working day, the calendar says which one is meant.</param>
    [GenerateSerializer, Alias("extend-deadline")]
    public sealed record ExtendDeadline(
        [property: Id(0)] Step Step, [property: Id(1)] DateOnly Day, [property: Id(2)] string Reason) : CampaignCommand;
}
