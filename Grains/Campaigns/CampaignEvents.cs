using ClusterActors.Academy;
using ClusterActors.Clusters;

namespace ClusterActors.Campaigns;

public abstract record CampaignEvent
{
    private CampaignEvent()
    {
    }

    [Alias("opened")]
    public sealed record Opened(string Cluster, Regulation Regulation, Guidance Guidance, EquatableList<string> Roll, Officers Officers) : CampaignEvent;

    [Alias("pact-proposed")]
    public sealed record PactProposed(string? Theme, EquatableList<Target> Targets) : CampaignEvent;

    [Alias("pact-signed")]
    public sealed record PactSigned(string School, DateOnly SignedOn, bool Late) : CampaignEvent;

    /// <summary>Enough members have signed: the pact is in force and the year runs.</summary>
    [Alias("pact-took-effect")]
    public sealed record PactTookEffect : CampaignEvent;

    [Alias("mid-year-reviewed")]
    public sealed record MidYearReviewed(DateOnly HeldOn, string Host, string Directions) : CampaignEvent;

    [Alias("self-scoring-opened")]
    public sealed record SelfScoringOpened : CampaignEvent;

    [Alias("self-scores-submitted")]
    public sealed record SelfScoresSubmitted(string School, EquatableList<Score> Scores, bool Late) : CampaignEvent;

    /// <param name="Seed">What the draw was made from, as lower-case hexadecimal.</param>
    [Alias("inspections-drawn")]
    public sealed record InspectionsDrawn(EquatableList<InspectionPair> Pairs, string Seed) : CampaignEvent;

    [Alias("findings-received")]
    public sealed record FindingsReceived(string School, EquatableList<Score> Verified) : CampaignEvent;

    [Alias("ranking-fixed")]
    public sealed record RankingFixed(EquatableList<RankingRow> Ranking) : CampaignEvent;

    [Alias("vote-opened")]
    public sealed record VoteOpened(int Vote, VoteRules Rules, EquatableList<string> Candidates, EquatableList<string> Committee) : CampaignEvent;

    [Alias("count-recorded")]
    public sealed record CountRecorded(int Vote, PaperCount Count, string RecordedBy) : CampaignEvent;

    [Alias("count-confirmed")]
    public sealed record CountConfirmed(int Vote, string School) : CampaignEvent;

    /// <summary>A vote in an open vote: by name, as its rule says. Votes on paper leave no such event.</summary>
    [Alias("voted-openly")]
    public sealed record VotedOpenly(int Vote, string School, EquatableList<string> Choices) : CampaignEvent;

    [Alias("vote-decided")]
    public sealed record VoteDecided(int Vote, VoteOutcome Outcome) : CampaignEvent;

    [Alias("conference-held")]
    public sealed record ConferenceHeld(DateOnly HeldOn, string Host, EquatableList<string> Attending, EquatableList<Nomination> Nominations) : CampaignEvent;

    [Alias("proposed-officers-noted")]
    public sealed record ProposedOfficersNoted(Officers Officers) : CampaignEvent;

    [Alias("officers-recognised")]
    public sealed record OfficersRecognised(Officers Officers, DecisionReference Decision) : CampaignEvent;

    [Alias("handover-noted")]
    public sealed record HandoverNoted(string Head) : CampaignEvent;

    [Alias("year-closed")]
    public sealed record YearClosed : CampaignEvent;
}
