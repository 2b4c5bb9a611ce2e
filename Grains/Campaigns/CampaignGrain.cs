namespace ClusterActors.Campaigns;

[GrainType("campaign")]
public sealed class CampaignGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock) : ICampaignGrain
{
    private readonly Entity<CampaignState, CampaignCommand, CampaignEvent> entity = new(CampaignDecider.Aggregate, activation, journal, snapshots, clock);

    public Task<Answer> Tell(Envelope<CampaignCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
