using ClusterActors.Academy;
using ClusterActors.Clusters;
using ClusterActors.Councils;
using ClusterActors.Scoring;

namespace ClusterActors.Campaigns;

/// <summary>What is to be seen of a campaign year. Lists are in the order of the roll unless they say otherwise.</summary>
/// <param name="Deadlines">As extended.</param>
/// <param name="Extensions">In the order of their time; null in a row from before there were any.</param>
/// <param name="Returns">In the order of their time; null in a row from before there were any.</param>
/// <param name="RemindBefore">Days before a deadline on which schools are reminded of it; null in a row from before there were any.</param>
/// <param name="Departed">Schools that were on the roll and have been merged since, in the order of their time; null in a row from before.</param>
/// <param name="OpenItems">What mergers have left open; null in a row from before.</param>
/// <param name="Advisory">Beside the official scores and never in them; null until every school has been inspected, and in a row from before.</param>
/// <param name="Bars">Of the schools on the roll and of members that have come since, lifted ones too, oldest first; who is barred stands in the ranking as everybody does. Null in a row from before.</param>
/// <param name="Withheld">What the votes came to and the conference did not nominate, because the school was barred; null in a row from before.</param>
/// <param name="Documents">In the regulation's order; null in a row from before there were any.</param>
/// <param name="LateSteps">Steps of the head, the mid-year review and the conference, that were recorded after their deadline; null in a row from before.</param>
/// <param name="Registrations">Of the schools that have registered; null in a row from before there were any.</param>
/// <param name="Teams">Pooled teams with their sites; empty in a ring, null in a row from before there were any.</param>
/// <param name="StandardProgress">What the national standard gives for sheets; null in a row from before it did.</param>
public sealed record CampaignView(
    string Cluster,
    int Year,
    Phase Phase,
    EquatableList<string> Roll,
    Officers Officers,
    string? Theme,
    int PactDraft,
    EquatableList<Target> Targets,
    EquatableList<SignatureView> Signatures,
    EquatableList<SheetView> Sheets,
    EquatableList<ConflictView> Conflicts,
    DrawView? Draw,
    EquatableList<InspectionPair> Inspections,
    EquatableList<RankingRow> Ranking,
    int RankingVersion,
    decimal? MeanScore,
    EquatableList<VoteView> Votes,
    EquatableList<NominationView> Nominations,
    ConferenceView? Conference,
    Officers? Proposed,
    DecisionReference? Recognition,
    string? HandedOverTo,
    EquatableList<Deadline> Deadlines,
    EquatableList<ExtensionView>? Extensions = null,
    EquatableList<ReturnView>? Returns = null,
    EquatableList<int>? RemindBefore = null,
    EquatableList<DepartedView>? Departed = null,
    EquatableList<OpenItem>? OpenItems = null,
    EquatableList<AdvisoryRow>? Advisory = null,
    EquatableList<SchoolBar>? Bars = null,
    EquatableList<Nomination>? Withheld = null,
    EquatableList<DocumentStanding>? Documents = null,
    EquatableList<RegistrationView>? Registrations = null,
    EquatableList<InspectionTeam>? Teams = null,
    EquatableList<ProgressView>? StandardProgress = null,
    EquatableList<Step>? LateSteps = null);

public sealed record SignatureView(string School, DateOnly SignedOn, bool Late);

/// <param name="Version">Counts this sheet's submissions; the sheet's own version, so that schools do not wait for each other.</param>
/// <param name="SelfTotal">Points that the self-scores would give, by the same rules as the ranking's totals.</param>
/// <param name="Layers">What each opinion of the sheet comes to, and how; null in a row of flat criteria from before.</param>
public sealed record SheetView(
    string School, int Version, bool Late, EquatableList<Score> SelfScores, EquatableList<Score> Verified, decimal SelfTotal,
    EquatableList<LayerView>? Layers = null);

/// <summary>Two schools that cannot judge each other, as one of them has declared.</summary>
public sealed record ConflictView(string School, string With, string Reason);

/// <summary>The draw of who inspects whom.</summary>
/// <param name="Attempt">1; more where a draw has failed.</param>
/// <param name="Agreed">What the head has agreed to have relaxed.</param>
/// <param name="Failure">Why there is no plan, or why it was returned, for the head to ask again; null while it is awaited or when there is one.</param>
/// <param name="Seed">What the latest attempt was made from, as lower-case hexadecimal; null while it is awaited.</param>
/// <param name="Relaxed">What had to be relaxed.</param>
public sealed record DrawView(int Attempt, EquatableList<Relaxation> Agreed, string? Failure, string? Seed, EquatableList<Relaxation> Relaxed);

/// <summary>Who inspects whom.</summary>
[GenerateSerializer, Alias("inspection-pair")]
public sealed record InspectionPair([property: Id(0)] string Inspector, [property: Id(1)] string Inspected);

/// <summary>One row of the ranking, best first; equal totals share a rank (1, 2, 2, 4).</summary>
/// <param name="Total">Points, rounded once by the regulation.</param>
[GenerateSerializer, Alias("ranking-row")]
public sealed record RankingRow(
    [property: Id(0)] int Rank,
    [property: Id(1)] string School,
    [property: Id(2)] decimal Total,
    [property: Id(3)] decimal Bonus,
    [property: Id(4)] decimal Penalty);

/// <param name="LotAsked">Everything is counted; a lot between equals at the last place is being drawn.</param>
/// <param name="Annulled">Annulled by the Academy and held again under another number.</param>
/// <param name="Roll">The members who had a vote when it was opened, who alone count until it is decided; null in a row from before.</param>
/// <param name="Round">Of the award, from 1.</param>
/// <param name="Seats">How many can be chosen; null in a row from before there were rounds: the quota.</param>
/// <param name="Terms">Null in a row from before they were shown.</param>
/// <param name="Revote">Between equals of the round before: the most marks are enough.</param>
/// <param name="Method">For an open vote <see cref="Choices"/> shows who chose whom; a vote on paper has no such list anywhere.</param>
public sealed record VoteView(
    int Number,
    Award Award,
    VoteMethod Method,
    EquatableList<string> Candidates,
    EquatableList<string> Committee,
    PaperCount? Count,
    int Recording,
    EquatableList<string> Confirmations,
    EquatableList<OpenChoice> Choices,
    bool LotAsked,
    bool Annulled,
    VoteOutcome? Outcome,
    EquatableList<string>? Roll = null,
    int Round = 1,
    int? Seats = null,
    VoteTerms? Terms = null,
    bool Revote = false);

/// <summary>One school's vote in an open vote.</summary>
[GenerateSerializer, Alias("open-choice")]
public sealed record OpenChoice([property: Id(0)] string School, [property: Id(1)] EquatableList<string> Choices);

/// <summary>What a vote came to, with everything needed to check it.</summary>
/// <param name="BaseCount">The number that the threshold is a share of.</param>
/// <param name="Chosen">In order of marks, ties decided by the chain; empty when nobody reached the threshold or there was no quorum.</param>
/// <param name="Seed">The seed of a lot, as lower-case hexadecimal; null when none was drawn.</param>
/// <param name="Tied">Equals at the last place who alone stand in the next round, a re-vote; null where there are none.</param>
[GenerateSerializer, Alias("vote-outcome")]
public sealed record VoteOutcome(
    [property: Id(0)] bool Quorum,
    [property: Id(1)] int BaseCount,
    [property: Id(2)] EquatableList<Marks> Marks,
    [property: Id(3)] EquatableList<string> Chosen,
    [property: Id(4)] string? Seed,
    [property: Id(5)] EquatableList<string>? Tied = null);

/// <summary>What a cluster proposes to the Academy.</summary>
[GenerateSerializer, Alias("nomination")]
public sealed record Nomination([property: Id(0)] Award Award, [property: Id(1)] string School);

/// <param name="Decision">The decision that granted, declined or revoked; null before there is one.</param>
/// <param name="Reason">Why it was declined or revoked; null where the Academy gave none.</param>
/// <param name="Council">What its council says; null where it has not voted.</param>
public sealed record NominationView(
    Award Award, string School, NominationState State, DecisionReference? Decision, string? Reason, CouncilAdvice? Council = null);

public enum NominationState
{
    /// <summary>Proposed by the cluster, received by the Academy.</summary>
    Nominated,

    /// <summary>The Academy grants it; the school is asked whether it holds another award for the same achievement.</summary>
    Deciding,

    /// <summary>The school holds another award for the same achievement.</summary>
    Barred,
    Granted,
    Declined,
    Revoked,
}

public sealed record ConferenceView(DateOnly HeldOn, string Host, EquatableList<string> Attending);
