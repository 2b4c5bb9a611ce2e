using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Clusters;
using ClusterActors.Scoring;

namespace ClusterActors.Campaigns;

/// <summary>One cluster's campaign year (năm thi đua), from the guidance to the handover.</summary>
[Alias("campaign")]
public interface ICampaignGrain : IStreamGrain<CampaignCommand>;

[GenerateSerializer, Alias("campaign-command")]
public abstract partial record CampaignCommand
{
    private CampaignCommand()
    {
    }

    /// <summary>The cluster opens the year and hands over copies of all that its decisions will need.</summary>
    /// <param name="LastYear">Who inspected whom in the year before; empty where nothing is known of it.</param>
    /// <param name="Bars">Those in force of the members; null from before there were bars: none.</param>
    [GenerateSerializer, Alias("open")]
    public sealed record Open(
        [property: Id(0)] Regulation Regulation,
        [property: Id(1)] Guidance Guidance,
        [property: Id(2)] EquatableList<string> Roll,
        [property: Id(3)] Officers Officers,
        [property: Id(4)] EquatableList<InspectionPair> LastYear,
        [property: Id(5)] EquatableList<Bar>? Bars = null) : CampaignCommand;

    /// <summary>The head proposes the pact (giao ước thi đua); until the first signature it can be proposed anew, with a reason.</summary>
    [GenerateSerializer, Alias("propose-pact")]
    public sealed record ProposePact(
        [property: Id(0)] EquatableList<Target> Targets, [property: Id(1)] string? Theme = null, [property: Id(2)] string? Reason = null) : CampaignCommand;

    /// <param name="Draft">The number of the draft that was read, so that nobody signs what was changed meanwhile.</param>
    [GenerateSerializer, Alias("sign-pact")]
    public sealed record SignPact([property: Id(0)] string School, [property: Id(1)] DateOnly SignedOn, [property: Id(2)] int Draft) : CampaignCommand;

    /// <summary>The mid-year review (sơ kết 6 tháng) was held; until self-scoring opens it can be recorded anew, with a reason.</summary>
    [GenerateSerializer, Alias("record-mid-year-review")]
    public sealed record RecordMidYearReview(
        [property: Id(0)] DateOnly HeldOn, [property: Id(1)] string Host, [property: Id(2)] string Directions, [property: Id(3)] string? Reason = null)
        : CampaignCommand;

    [GenerateSerializer, Alias("open-self-scoring")]
    public sealed record OpenSelfScoring : CampaignCommand;

    /// <summary>A school's whole self-score sheet (tự chấm điểm); until the sheets are closed it can be handed in anew, with a reason.</summary>
    [GenerateSerializer, Alias("submit-self-scores")]
    public sealed record SubmitSelfScores(
        [property: Id(0)] string School, [property: Id(1)] EquatableList<Score> Scores, [property: Id(2)] string? Reason = null) : CampaignCommand;

    /// <summary>Closes the sheets and has it drawn who inspects whom, by a seed that is made after that.</summary>
    /// <param name="Agreed">What the head agrees to have relaxed where the draw needs it: the first of the regulation's relaxations. Null: nothing.</param>
    [GenerateSerializer, Alias("open-cross-inspection")]
    public sealed record OpenCrossInspection(
        [property: Id(0)] EquatableList<Relaxation>? Agreed = null) : CampaignCommand;

    /// <summary>An inspection has come to its end.</summary>
    /// <param name="Draw">The attempt of the draw that assigned the inspectors; null from before years could be returned.</param>
    /// <param name="Inspected">The first findings, where a second review came after them; else null.</param>
    /// <param name="Inspectors">The team that it ended with; null from before inspectors could be replaced while it came to its end.</param>
    [GenerateSerializer, Alias("receive-findings")]
    public sealed record ReceiveFindings(
        [property: Id(0)] string School,
        [property: Id(1)] EquatableList<Score> Verified,
        [property: Id(2)] int? Draw = null,
        [property: Id(3)] EquatableList<Score>? Inspected = null,
        [property: Id(4)] EquatableList<string>? Inspectors = null) : CampaignCommand;

    /// <summary>Computes totals from the verified scores and fixes the ranking.</summary>
    [GenerateSerializer, Alias("fix-ranking")]
    public sealed record FixRanking : CampaignCommand;

    /// <summary>Opens the vote on an award by the regulation's method, or its next round where seats are still open.</summary>
    /// <param name="Committee">The schools whose representatives count (ban kiểm phiếu); empty for an open vote.</param>
    [GenerateSerializer, Alias("open-vote")]
    public sealed record OpenVote([property: Id(0)] Award Award, [property: Id(1)] EquatableList<string> Committee) : CampaignCommand;

    /// <summary>
    /// The committee's record of a vote on paper; until it is confirmed it can be recorded anew, with a reason, which voids
    /// confirmations.
    /// </summary>
    [GenerateSerializer, Alias("record-count")]
    public sealed record RecordCount([property: Id(0)] int Vote, [property: Id(1)] PaperCount Count, [property: Id(2)] string? Reason = null) : CampaignCommand;

    /// <summary>A member of the committee, not of the school that recorded, confirms the count.</summary>
    /// <param name="Recording">The number of the recording that was seen, so that nobody confirms what was changed meanwhile.</param>
    [GenerateSerializer, Alias("confirm-count")]
    public sealed record ConfirmCount([property: Id(0)] int Vote, [property: Id(1)] int Recording) : CampaignCommand;

    /// <summary>A school's vote in an open vote: by name, seen by everybody.</summary>
    [GenerateSerializer, Alias("vote-openly")]
    public sealed record VoteOpenly(
        [property: Id(0)] int Vote, [property: Id(1)] string School, [property: Id(2)] EquatableList<string> Choices) : CampaignCommand;

    [GenerateSerializer, Alias("close-open-vote")]
    public sealed record CloseOpenVote([property: Id(0)] int Vote) : CampaignCommand;

    /// <summary>The year-end conference (hội nghị tổng kết) was held: the votes' outcomes become nominations.</summary>
    [GenerateSerializer, Alias("hold-conference")]
    public sealed record HoldConference(
        [property: Id(0)] DateOnly HeldOn, [property: Id(1)] string Host, [property: Id(2)] EquatableList<string> Attending) : CampaignCommand;

    /// <summary>The cluster has proposed next year's officers.</summary>
    [GenerateSerializer, Alias("note-proposed-officers")]
    public sealed record NoteProposedOfficers([property: Id(0)] Officers Officers) : CampaignCommand;

    /// <summary>
    /// The Academy recognises the proposed officers, or, with a reason, others in their place; others also before the cluster has
    /// proposed any, where an election comes to no end, and after a recognition, until the handover.
    /// </summary>
    /// <param name="Instead">The officers that the Academy recognises instead of those proposed.</param>
    [GenerateSerializer, Alias("recognise-officers")]
    public sealed record RecogniseOfficers(
        [property: Id(0)] DecisionReference Decision, [property: Id(1)] Officers? Instead = null, [property: Id(2)] string? Reason = null) : CampaignCommand;

    /// <summary>The cluster's head has handed over.</summary>
    [GenerateSerializer, Alias("note-handover")]
    public sealed record NoteHandover([property: Id(0)] string Head, [property: Id(1)] Officers? Officers = null) : CampaignCommand;

    /// <summary>
    /// The Academy decides on a nomination it has received. To grant an award is to ask the school first: it holds no two awards
    /// for one achievement, and only when it has kept the place does the decision take effect.
    /// </summary>
    /// <param name="Reason">Needed to decline, and to grant where the regulation has a council that has not recommended it.</param>
    [GenerateSerializer, Alias("decide-nomination")]
    public sealed record DecideNomination(
        [property: Id(0)] Award Award,
        [property: Id(1)] string School,
        [property: Id(2)] bool Granted,
        [property: Id(3)] DecisionReference Decision,
        [property: Id(4)] string? Reason = null) : CampaignCommand;

    /// <summary>The school has kept a place for the award, or holds another for the same achievement.</summary>
    [GenerateSerializer, Alias("note-reservation")]
    public sealed record NoteReservation([property: Id(0)] Award Award, [property: Id(1)] string School, [property: Id(2)] bool Kept) : CampaignCommand;

    /// <summary>The Academy revokes a granted award (thu hồi).</summary>
    [GenerateSerializer, Alias("revoke-award")]
    public sealed record RevokeAward(
        [property: Id(0)] Award Award,
        [property: Id(1)] string School,
        [property: Id(2)] DecisionReference Decision,
        [property: Id(3)] string Reason) : CampaignCommand;

    /// <summary>
    /// Correction after publication (đính chính): the Academy replaces a school's verified scores, by a decision and with a
    /// reason, after the ranking was fixed. The ranking gets a new version; outcomes of votes and decisions stay.
    /// </summary>
    [GenerateSerializer, Alias("correct-scores")]
    public sealed record CorrectScores(
        [property: Id(0)] string School,
        [property: Id(1)] EquatableList<Score> Scores,
        [property: Id(2)] DecisionReference Decision,
        [property: Id(3)] string Reason) : CampaignCommand;

    /// <summary>
    /// The Academy annuls a vote before the conference, and every later one with it; they are held again. A decided one is corrected
    /// so after its publication; an undecided one when its count comes to no end.
    /// </summary>
    [GenerateSerializer, Alias("annul-vote")]
    public sealed record AnnulVote([property: Id(0)] int Vote, [property: Id(1)] DecisionReference Decision, [property: Id(2)] string Reason) : CampaignCommand;

    /// <summary>Correction after publication: the Academy corrects what was recorded of the closing conference; nominations stay.</summary>
    [GenerateSerializer, Alias("correct-conference")]
    public sealed record CorrectConference(
        [property: Id(0)] DateOnly HeldOn,
        [property: Id(1)] string Host,
        [property: Id(2)] EquatableList<string> Attending,
        [property: Id(3)] DecisionReference Decision,
        [property: Id(4)] string Reason) : CampaignCommand;

    /// <summary>A year's officers have changed under the Academy's decision.</summary>
    [GenerateSerializer, Alias("apply-officers")]
    public sealed record ApplyOfficers([property: Id(0)] Officers Officers) : CampaignCommand;

    /// <summary>
    /// A school, or an official of the Academy for it, declares that it cannot judge another without bias, nor be judged by it (xung đột lợi ích).
    /// Until the sheets are closed.
    /// </summary>
    [GenerateSerializer, Alias("declare-conflict")]
    public sealed record DeclareConflict([property: Id(0)] string School, [property: Id(1)] string With, [property: Id(2)] string Reason) : CampaignCommand;

    /// <summary>A declared conflict is no more; until the sheets are closed, and after a draw that has failed.</summary>
    [GenerateSerializer, Alias("withdraw-conflict")]
    public sealed record WithdrawConflict([property: Id(0)] string School, [property: Id(1)] string With, [property: Id(2)] string Reason) : CampaignCommand;

    /// <summary>A seed that was asked for, drawn after the question had been committed.</summary>
    [GenerateSerializer, Alias("receive-seed")]
    public sealed record ReceiveSeed([property: Id(0)] string Purpose, [property: Id(1)] Seed Seed) : CampaignCommand;

    [GenerateSerializer, Alias("close-year")]
    public sealed record CloseYear : CampaignCommand;
}

/// <summary>The order of these values is the order of the year.</summary>
[GenerateSerializer, Alias("phase")]
public enum Phase
{
    /// <summary>Opened under the Academy's guidance; the pact is being prepared.</summary>
    Guided,
    PactOpen,
    Running,
    MidYearReviewed,
    SelfScoring,

    /// <summary>The sheets are closed and the draw of the inspectors is awaited.</summary>
    Drawing,
    CrossInspection,
    Ranked,
    Nominated,
    OfficersProposed,
    OfficersRecognised,
    HandedOver,
    Closed,
}

/// <summary>A numbered target of the pact (chỉ tiêu).</summary>
/// <param name="Measure">Null: its text says it all.</param>
[GenerateSerializer, Alias("target")]
public sealed record Target([property: Id(0)] int Number, [property: Id(1)] string Text, [property: Id(2)] TargetMeasure? Measure = null);

/// <param name="Points">Points; for a leaf of a criteria tree the number that its rule asks for.</param>
/// <param name="Entry">What a leaf of a criteria tree is reckoned from beside that; null for flat criteria.</param>
[GenerateSerializer, Alias("score")]
public sealed record Score([property: Id(0)] string Criterion, [property: Id(1)] decimal Points, [property: Id(2)] LeafEntry? Entry = null);

/// <summary>The counts of a vote on paper, in ballots; marks per candidate.</summary>
[GenerateSerializer, Alias("paper-count")]
public sealed record PaperCount(
    [property: Id(0)] int Issued,
    [property: Id(1)] int Returned,
    [property: Id(2)] int Valid,
    [property: Id(3)] int Invalid,
    [property: Id(4)] EquatableList<Marks> Marks);

[GenerateSerializer, Alias("marks")]
public sealed record Marks([property: Id(0)] string School, [property: Id(1)] int Count);
