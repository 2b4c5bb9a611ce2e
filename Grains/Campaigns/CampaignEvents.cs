using System.Text.Json.Serialization;
using ClusterActors.Academy;
using ClusterActors.Clusters;

namespace ClusterActors.Campaigns;

public abstract record CampaignEvent
{
    private CampaignEvent()
    {
    }

    [EventName("opened")]
    public sealed record Opened(string Cluster, Regulation Regulation, Guidance Guidance, EquatableList<string> Roll, Officers Officers) : CampaignEvent;

    [EventName("pact-proposed")]
    public sealed record PactProposed(string? Theme, EquatableList<Target> Targets) : CampaignEvent;

    [EventName("pact-signed")]
    public sealed record PactSigned(string School, DateOnly SignedOn, bool Late) : CampaignEvent;

    /// <summary>Enough members have signed: the pact is in force and the year runs.</summary>
    [EventName("pact-took-effect")]
    public sealed record PactTookEffect : CampaignEvent;

    [EventName("mid-year-reviewed")]
    public sealed record MidYearReviewed(DateOnly HeldOn, string Host, string Directions) : CampaignEvent;

    [EventName("self-scoring-opened")]
    public sealed record SelfScoringOpened : CampaignEvent;

    [EventName("self-scores-submitted")]
    public sealed record SelfScoresSubmitted(string School, EquatableList<Score> Scores, bool Late) : CampaignEvent;

    /// <param name="Seed">What the draw was made from, as lower-case hexadecimal.</param>
    /// <param name="How">Null in draws from before there was a search: by rotation.</param>
    /// <param name="Relaxed">The rules that were broken with the head's consent; null in draws from before there were relaxations: none.</param>
    [EventName("inspections-drawn")]
    public sealed record InspectionsDrawn(
        EquatableList<InspectionPair> Pairs,
        string Seed,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DrawMethod? How = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EquatableList<RelaxedRule>? Relaxed = null) : CampaignEvent;

    [EventName("findings-received")]
    public sealed record FindingsReceived(string School, EquatableList<Score> Verified) : CampaignEvent;

    [EventName("ranking-fixed")]
    public sealed record RankingFixed(EquatableList<RankingRow> Ranking) : CampaignEvent;

    [EventName("vote-opened")]
    public sealed record VoteOpened(int Vote, VoteRules Rules, EquatableList<string> Candidates, EquatableList<string> Committee) : CampaignEvent;

    [EventName("count-recorded")]
    public sealed record CountRecorded(int Vote, PaperCount Count, string RecordedBy) : CampaignEvent;

    [EventName("count-confirmed")]
    public sealed record CountConfirmed(int Vote, string School) : CampaignEvent;

    /// <summary>A vote in an open vote: by name, as its rule says. Votes on paper leave no such event.</summary>
    [EventName("voted-openly")]
    public sealed record VotedOpenly(int Vote, string School, EquatableList<string> Choices) : CampaignEvent;

    [EventName("vote-decided")]
    public sealed record VoteDecided(int Vote, VoteOutcome Outcome) : CampaignEvent;

    [EventName("conference-held")]
    public sealed record ConferenceHeld(DateOnly HeldOn, string Host, EquatableList<string> Attending, EquatableList<Nomination> Nominations) : CampaignEvent;

    [EventName("proposed-officers-noted")]
    public sealed record ProposedOfficersNoted(Officers Officers) : CampaignEvent;

    [EventName("officers-recognised")]
    public sealed record OfficersRecognised(Officers Officers, DecisionReference Decision) : CampaignEvent;

    [EventName("handover-noted")]
    public sealed record HandoverNoted(string Head) : CampaignEvent;

    [EventName("year-closed")]
    public sealed record YearClosed : CampaignEvent;
}
