using ClusterActors.Academy;
using ClusterActors.Clusters;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignEvent
{
    private CampaignEvent()
    {
    }

    [EventName("opened")]
    public sealed record Opened(string Cluster, Regulation Regulation, Guidance Guidance, EquatableList<string> Roll, Officers Officers,
        EquatableList<InspectionPair>? LastYear = null, EquatableList<Bar>? Bars = null) : CampaignEvent;

    [EventName("pact-proposed")]
    public sealed record PactProposed(string? Theme, EquatableList<Target> Targets, string? Reason = null) : CampaignEvent;

    [EventName("pact-signed")]
    public sealed record PactSigned(string School, DateOnly SignedOn, bool Late) : CampaignEvent;

    /// <summary>Enough members have signed: the pact is in force and the year runs.</summary>
    [EventName("pact-took-effect")]
    public sealed record PactTookEffect : CampaignEvent;

    [EventName("mid-year-reviewed")]
    public sealed record MidYearReviewed(DateOnly HeldOn, string Host, string Directions, string? Reason = null, bool Late = false) : CampaignEvent;

    [EventName("self-scoring-opened")]
    public sealed record SelfScoringOpened : CampaignEvent;

    [EventName("self-scores-submitted")]
    public sealed record SelfScoresSubmitted(string School, EquatableList<Score> Scores, bool Late, string? Reason = null) : CampaignEvent;

    [EventName("conflict-declared")]
    public sealed record ConflictDeclared(string School, string With, string Reason) : CampaignEvent;

    [EventName("conflict-withdrawn")]
    public sealed record ConflictWithdrawn(string School, string With, string Reason) : CampaignEvent;

    /// <summary>Nobody can change a sheet any more; the seed of the draw is asked for.</summary>
    /// <param name="Attempt">1; more where a draw has failed.</param>
    /// <param name="Agreed">What the head has agreed to have relaxed.</param>
    [EventName("sheets-closed")]
    public sealed record SheetsClosed(int Attempt, EquatableList<Relaxation> Agreed) : CampaignEvent;

    /// <summary>The search for a plan was cut short; the head asks again, with another relaxation or with the luck of another seed.</summary>
    [EventName("draw-failed")]
    public sealed record DrawFailed(string Detail, string Seed) : CampaignEvent;

    /// <param name="Seed">What the draw was made from, as lower-case hexadecimal.</param>
    /// <param name="How">Null in draws from before there was a search: by rotation.</param>
    /// <param name="Relaxed">The rules that were broken with the head's consent; null in draws from before there were relaxations: none.</param>
    /// <param name="Teams">Null in a ring.</param>
    [EventName("inspections-drawn")]
    public sealed record InspectionsDrawn(
        EquatableList<InspectionPair> Pairs,
        string Seed,
        DrawMethod? How = null,
        EquatableList<RelaxedRule>? Relaxed = null,
        EquatableList<InspectionTeam>? Teams = null) : CampaignEvent;

    /// <param name="Inspected">The first findings, where a second review came after them; else null, as under flat criteria from before these had layers.</param>
    /// <param name="Inspectors">Who has inspected, where it came to its end before it heard that others were to; else null.</param>
    [EventName("findings-received")]
    public sealed record FindingsReceived(
        string School, EquatableList<Score> Verified, EquatableList<Score>? Inspected = null, EquatableList<string>? Inspectors = null) : CampaignEvent;

    [EventName("ranking-fixed")]
    public sealed record RankingFixed(EquatableList<RankingRow> Ranking) : CampaignEvent;

    /// <param name="Round">Null for the first.</param>
    /// <param name="Seats">Those that are open; null for the first round: the quota.</param>
    /// <param name="Revote">Whether it is one between equals of the round before; null: it is not.</param>
    /// <param name="Voters">Those of the roll who have a vote; null: all of them.</param>
    [EventName("vote-opened")]
    public sealed record VoteOpened(
        int Vote, VoteRules Rules, EquatableList<string> Candidates, EquatableList<string> Committee, int? Round = null, int? Seats = null,
        bool? Revote = null, EquatableList<string>? Voters = null) : CampaignEvent;

    [EventName("count-recorded")]
    public sealed record CountRecorded(int Vote, PaperCount Count, string RecordedBy, string? Reason = null) : CampaignEvent;

    [EventName("count-confirmed")]
    public sealed record CountConfirmed(int Vote, string School) : CampaignEvent;

    /// <summary>A vote in an open vote: by name, as its rule says. Votes on paper leave no such event.</summary>
    [EventName("voted-openly")]
    public sealed record VotedOpenly(int Vote, string School, EquatableList<string> Choices) : CampaignEvent;

    /// <summary>All is counted, and equals stand at the last place: the seed of a lot is asked for.</summary>
    [EventName("lot-asked")]
    public sealed record LotAsked(int Vote) : CampaignEvent;

    [EventName("vote-decided")]
    public sealed record VoteDecided(int Vote, VoteOutcome Outcome) : CampaignEvent;

    /// <summary>The vote, and every later one, is held again.</summary>
    /// <param name="Chosen">Whom the annulled votes had chosen.</param>
    [EventName("vote-annulled")]
    public sealed record VoteAnnulled(int Vote, DecisionReference Decision, string Reason, EquatableList<string> Chosen) : CampaignEvent;

    /// <summary>Correction after publication.</summary>
    /// <param name="Ranking">The ranking with the corrected scores.</param>
    [EventName("scores-corrected")]
    public sealed record ScoresCorrected(
        string School, EquatableList<Score> Verified, EquatableList<RankingRow> Ranking, DecisionReference Decision, string Reason) : CampaignEvent;

    /// <summary>Correction after publication.</summary>
    [EventName("conference-corrected")]
    public sealed record ConferenceCorrected(DateOnly HeldOn, string Host, EquatableList<string> Attending, DecisionReference Decision, string Reason) : CampaignEvent;

    [EventName("officers-changed")]
    public sealed record OfficersChanged(Officers Officers, Officers Replaced) : CampaignEvent;

    /// <param name="Withheld">What the votes came to and is not nominated, because the school is barred; null where there is no such.</param>
    [EventName("conference-held")]
    public sealed record ConferenceHeld(
        DateOnly HeldOn, string Host, EquatableList<string> Attending, EquatableList<Nomination> Nominations, EquatableList<Nomination>? Withheld = null, bool Late = false) : CampaignEvent;

    [EventName("proposed-officers-noted")]
    public sealed record ProposedOfficersNoted(Officers Officers) : CampaignEvent;

    [EventName("officers-recognised")]
    public sealed record OfficersRecognised(Officers Officers, DecisionReference Decision, string? Reason = null, Officers? Proposed = null) : CampaignEvent;

    [EventName("handover-noted")]
    public sealed record HandoverNoted(string Head, Officers? Officers = null) : CampaignEvent;

    /// <summary>The Academy grants the award, if the school holds no other for this year.</summary>
    [EventName("award-proposed")]
    public sealed record AwardProposed(Award Award, string School, DecisionReference Decision, string? Reason) : CampaignEvent;

    /// <summary>The school holds another award for the same achievement.</summary>
    [EventName("nomination-barred")]
    public sealed record NominationBarred(Award Award, string School) : CampaignEvent;

    [EventName("nomination-declined")]
    public sealed record NominationDeclined(Award Award, string School, DecisionReference Decision, string Reason) : CampaignEvent;

    [EventName("award-granted")]
    public sealed record AwardGranted(Award Award, string School, DecisionReference Decision) : CampaignEvent;

    [EventName("award-revoked")]
    public sealed record AwardRevoked(Award Award, string School, DecisionReference Decision, string Reason) : CampaignEvent;

    [EventName("year-closed")]
    public sealed record YearClosed : CampaignEvent;
}
