namespace ClusterActors.Campaigns;

[GrainType("campaign")]
public sealed class CampaignGrain(IActivation activation, IJournal journal, DomainClock clock) : ICampaignGrain
{
    private readonly Entity<CampaignState, CampaignCommand, CampaignEvent> entity = new(CampaignDecider.Aggregate, activation, journal, clock);

    public Task<Answer> Tell(Envelope<CampaignCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
