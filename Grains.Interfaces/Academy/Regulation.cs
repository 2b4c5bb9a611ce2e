using ClusterActors.Scoring;

namespace ClusterActors.Academy;

/// <summary>
/// The rules of one campaign year, as data: every value names the source it comes from, or says "sample regulation". Only the
/// order of the phases is code. Each campaign keeps the copy it was opened with.
/// </summary>
/// <param name="Version">Counts the issues of one year's regulation from 1.</param>
/// <param name="OneAwardPerSchool">
/// Whether who is chosen for one award is no candidate for the next. Where it is false a school can be chosen for several, and the Academy decides which of
/// them it gets: that a school holds one award for the achievements of a year is the law, and no value of a regulation.
/// </param>
/// <param name="Statistics">What schools report in figures; null in regulations from before there were reports, and where nobody reports.</param>
/// <param name="Calendar">Null: every day is a working day.</param>
/// <param name="Handover">Null: a handover has no inventory.</param>
/// <param name="Reminders">Null: nobody is reminded.</param>
/// <param name="Returns">Who may return a year to the phase before; null: only the Academy.</param>
/// <param name="Membership">What becomes of open things when schools merge; null: nothing passes to a successor, and the Academy decides each inspection.</param>
/// <param name="Bars">Null: a bar keeps a school from nothing.</param>
/// <param name="Programme">Null: a cluster has nothing beside the pact.</param>
/// <param name="Council">Null: nominations are decided on without a council.</param>
/// <param name="Activities">Null: what a cluster does together is not kept.</param>
/// <param name="StandardSchool">Null: the national standard feeds no score.</param>
[GenerateSerializer, Alias("regulation")]
public sealed record Regulation(
    [property: Id(0)] int Year,
    [property: Id(1)] int Version,
    [property: Id(2)] Sourced<EquatableList<OptionalPhase>> OptionalPhases,
    [property: Id(3)] EquatableList<Deadline> Deadlines,
    [property: Id(4)] PactRules Pact,
    [property: Id(5)] ScoreRules Scores,
    [property: Id(6)] InspectionRules Inspection,
    [property: Id(7)] EquatableList<VoteRules> Votes,
    [property: Id(8)] Sourced<bool> OneAwardPerSchool,
    [property: Id(9)] OfficerRules Officers,
    [property: Id(10)] StatisticsRules? Statistics = null,
    [property: Id(11)] Calendar? Calendar = null,
    [property: Id(18)] ReturnRules? Returns = null,
    [property: Id(17)] ReminderRules? Reminders = null,
    [property: Id(16)] HandoverRules? Handover = null,
    [property: Id(13)] MembershipRules? Membership = null,
    [property: Id(15)] BarRules? Bars = null,
    [property: Id(12)] ProgrammeRules? Programme = null,
    [property: Id(19)] CouncilRules? Council = null,
    [property: Id(20)] ActivityRules? Activities = null,
    [property: Id(14)] StandardSchoolRules? StandardSchool = null);

/// <summary>A value of the regulation and where it comes from.</summary>
[GenerateSerializer, Alias("sourced")]
public sealed record Sourced<T>([property: Id(0)] T Value, [property: Id(1)] string Source)
    where T : notnull;

/// <summary>Phases that a year may leave out.</summary>
[GenerateSerializer, Alias("optional-phase")]
public enum OptionalPhase
{
    /// <summary>Sơ kết 6 tháng.</summary>
    MidYearReview,
}

/// <summary>What must be done by the end of a day, in Vietnam's time (UTC+7); of that day or, where it is none, of the working day that the calendar says.</summary>
/// <param name="Extension">How far the cluster may extend it by itself; null: only the Academy may.</param>
[GenerateSerializer, Alias("deadline")]
public sealed record Deadline(
    [property: Id(0)] Step Step,
    [property: Id(1)] DateOnly Day,
    [property: Id(2)] DeadlineEffect Effect,
    [property: Id(3)] string Source,
    [property: Id(4)] ExtensionRules? Extension = null);

[GenerateSerializer, Alias("step")]
public enum Step
{
    PactSignature,
    SelfScores,
    Findings,

    /// <summary>For awards.</summary>
    Registration,

    /// <summary>That it was held; where the year has one.</summary>
    MidYearReview,

    /// <summary>That the closing conference was held.</summary>
    Conference,
}

[GenerateSerializer, Alias("deadline-effect")]
public enum DeadlineEffect
{
    /// <summary>What comes later is taken, and marked late.</summary>
    MarkLate,

    /// <summary>What comes later is refused.</summary>
    Refuse,
}

/// <param name="MinimumTargets">Fewest numbered targets of a pact.</param>
/// <param name="SignedBy">The share of members whose signatures put the pact into force.</param>
[GenerateSerializer, Alias("pact-rules")]
public sealed record PactRules([property: Id(0)] Sourced<int> MinimumTargets, [property: Id(1)] Sourced<Fraction> SignedBy);

/// <summary>The scorecard (bảng chấm điểm), in points.</summary>
/// <param name="Decimals">Decimals allowed in an entered score and kept in the published total, 0 to 4.</param>
/// <param name="BonusCap">The most that bonus criteria can add to a total.</param>
/// <param name="ReasonBeyond">A finding that differs from the self-score by more than this share of the criterion's maximum needs a reason; for a leaf without a maximum, than this share of the self-score.</param>
/// <param name="Groups">Empty where there is a tree.</param>
/// <param name="Tree">Null: the scorecard is flat.</param>
/// <param name="Base">What a year can give before bonus and penalty: the caps of the base groups together, or the maximum of the tree. Null: not stated, and what they come to.</param>
[GenerateSerializer, Alias("score-rules")]
public sealed record ScoreRules(
    [property: Id(0)] Sourced<int> Decimals,
    [property: Id(1)] Sourced<Rounding> Rounding,
    [property: Id(2)] Sourced<decimal> BonusCap,
    [property: Id(3)] Sourced<Fraction> ReasonBeyond,
    [property: Id(4)] EquatableList<ScoreGroup> Groups,
    [property: Id(5)] ScoreTree? Tree = null,
    [property: Id(6)] Sourced<decimal>? Base = null);

[GenerateSerializer, Alias("rounding")]
public enum Rounding
{
    HalfAwayFromZero,
    HalfToEven,
    Down,
}

/// <param name="Cap">The most that the group's weighted points can give.</param>
[GenerateSerializer, Alias("score-group")]
public sealed record ScoreGroup(
    [property: Id(0)] string Code,
    [property: Id(1)] string Name,
    [property: Id(2)] GroupKind Kind,
    [property: Id(3)] decimal Cap,
    [property: Id(4)] EquatableList<Criterion> Criteria,
    [property: Id(5)] string Source);

[GenerateSerializer, Alias("group-kind")]
public enum GroupKind
{
    Base,
    Bonus,
    Penalty,
}

/// <param name="Maximum">The highest score that can be entered.</param>
/// <param name="Weight">Points that one entered point is worth.</param>
[GenerateSerializer, Alias("criterion")]
public sealed record Criterion(
    [property: Id(0)] string Code, [property: Id(1)] string Name, [property: Id(2)] decimal Maximum, [property: Id(3)] decimal Weight);

/// <param name="Inspectors">How many schools inspect each school, and how many each inspects; in a ring, teams pay no heed to it.</param>
/// <param name="Relaxations">
/// What the head may agree to when no draw is possible, in this order; null in regulations from before there were relaxations: nothing.
/// </param>
/// <param name="SearchLimit">Most steps of one search for a draw, 1 to 1,000,000; null: what the draw takes by itself.</param>
/// <param name="Answer">Null: findings are waited for until they are answered.</param>
/// <param name="Mode">Null: a ring.</param>
/// <param name="Teams">With pooled teams, and only then.</param>
[GenerateSerializer, Alias("inspection-rules")]
public sealed record InspectionRules(
    [property: Id(0)] Sourced<int> Inspectors,
    [property: Id(1)] Sourced<EquatableList<Relaxation>>? Relaxations = null,
    [property: Id(2)] Sourced<int>? SearchLimit = null,
    [property: Id(3)] AnswerRules? Answer = null,
    [property: Id(4)] Sourced<InspectionMode>? Mode = null,
    [property: Id(5)] TeamRules? Teams = null);

/// <summary>
/// A rule of the draw of inspectors that may be broken where the regulation lists it and the head has agreed. That nobody inspects
/// itself, and that schools in conflict do not inspect each other, is never relaxed.
/// </summary>
[GenerateSerializer, Alias("relaxation")]
public enum Relaxation
{
    /// <summary>A pair of last year may come again; of teams: a school may meet nobody but those that inspected it last year.</summary>
    Repeat,

    /// <summary>A school may inspect, and be inspected by, one more or one fewer; somebody inspects every school. Of teams: one may be larger or smaller by one than an even share.</summary>
    Load,

    /// <summary>Two schools may inspect each other; in a ring.</summary>
    Reciprocal,

    /// <summary>A team may inspect a school that a member is in conflict with: the member stands aside there, and somebody else of the team inspects.</summary>
    StandAside,
}

/// <summary>How a nomination is voted on.</summary>
/// <param name="Quota">The most schools that can be nominated.</param>
/// <param name="Quorum">The share of the roll, which is of those who have a vote, that must have voted.</param>
/// <param name="Threshold">The share of the base that a nominee's marks must reach.</param>
/// <param name="TieChain">What decides between equal marks, in this order.</param>
/// <param name="Rounds">Null: an award is voted on once.</param>
/// <param name="Above">Whether marks must be more than the threshold (quá bán); null: they need only reach it.</param>
/// <param name="MaxMarks">The most marks on one ballot; null: as many as there are seats in the round.</param>
/// <param name="Voters">Null: all members.</param>
[GenerateSerializer, Alias("vote-rules")]
public sealed record VoteRules(
    [property: Id(0)] Award Award,
    [property: Id(1)] Sourced<VoteMethod> Method,
    [property: Id(2)] Sourced<int> Quota,
    [property: Id(3)] Sourced<Fraction> Quorum,
    [property: Id(4)] Sourced<Fraction> Threshold,
    [property: Id(5)] Sourced<PercentageBase> Base,
    [property: Id(6)] Sourced<bool> SelfVote,
    [property: Id(7)] Sourced<int> CommitteeSize,
    [property: Id(8)] Sourced<int> Confirmations,
    [property: Id(9)] Sourced<EquatableList<TieBreak>> TieChain,
    [property: Id(10)] VoteRoundRules? Rounds = null,
    [property: Id(11)] Sourced<bool>? Above = null,
    [property: Id(12)] Sourced<int>? MaxMarks = null,
    [property: Id(13)] Sourced<VoterRule>? Voters = null);

[GenerateSerializer, Alias("award")]
public enum Award
{
    /// <summary>Cờ thi đua.</summary>
    Flag,

    /// <summary>Bằng khen.</summary>
    Certificate,
}

[GenerateSerializer, Alias("vote-method")]
public enum VoteMethod
{
    /// <summary>On paper, outside this system; a committee records the counts.</summary>
    Paper,

    /// <summary>By name and labelled so: everybody may see who voted for whom.</summary>
    Open,
}

/// <summary>What the threshold is a share of; printed in the minutes.</summary>
[GenerateSerializer, Alias("percentage-base")]
public enum PercentageBase
{
    /// <summary>All members on the roll.</summary>
    Roll,

    /// <summary>Ballots returned.</summary>
    Cast,

    /// <summary>Valid ballots.</summary>
    Valid,
}

[GenerateSerializer, Alias("tie-break")]
public enum TieBreak
{
    /// <summary>The higher total score.</summary>
    Score,

    /// <summary>The fewer penalty points.</summary>
    FewerPenalties,

    /// <summary>The higher sum of bonus points.</summary>
    Bonus,

    /// <summary>A lot, replayable from a committed seed.</summary>
    Lot,

    /// <summary>
    /// One more round in which the equals alone stand, for the seats that lie between them. They have reached the threshold, so that the most marks
    /// are enough; equals of that round are parted by what comes after it in the chain.
    /// </summary>
    Revote,
}

/// <param name="Deputies">Deputy heads of a cluster.</param>
/// <param name="Method">How next year's officers are found.</param>
/// <param name="Election">How they are elected, by that method or when nobody stands in the queue; null where the regulation has no elections.</param>
[GenerateSerializer, Alias("officer-rules")]
public sealed record OfficerRules(
    [property: Id(0)] Sourced<int> Deputies,
    [property: Id(1)] Sourced<OfficerMethod> Method,
    [property: Id(2)] ElectionRules? Election = null);

[GenerateSerializer, Alias("officer-method")]
public enum OfficerMethod
{
    /// <summary>The first deputy becomes head, the others move up, the first in the queue enters (bầu luân phiên).</summary>
    RotationQueue,

    /// <summary>The members elect the head, then the deputies (bầu).</summary>
    Election,
}

/// <summary>How officers are elected: the head first, then the deputies, each in one or more rounds.</summary>
/// <param name="Quorum">The share of the roll that must have voted; a round without it is void, but counts.</param>
/// <param name="Base">What the threshold is a share of.</param>
/// <param name="Threshold">The share of the base that elects.</param>
/// <param name="SelfVote">Whether a school may vote for itself; checked in open rounds.</param>
/// <param name="Rounds">The most rounds for the head, and the most for the deputies.</param>
/// <param name="StayPerSeat">How many candidates stay for each open seat in the next round; equals at the edge all stay.</param>
/// <param name="FinalRoundPlurality">Whether in the last round the most marks elect without the threshold.</param>
/// <param name="TieChain">What decides between equal marks, in this order: about the last seats in the last round, and who stands before whom.</param>
/// <param name="Above">Whether marks must be more than the threshold (quá bán); null: they need only reach it.</param>
/// <param name="MaxMarks">The most marks on one ballot; null: as many as there are seats in the round.</param>
/// <param name="Voters">Null: all members.</param>
[GenerateSerializer, Alias("election-rules")]
public sealed record ElectionRules(
    [property: Id(0)] Sourced<VoteMethod> Method,
    [property: Id(1)] Sourced<Fraction> Quorum,
    [property: Id(2)] Sourced<PercentageBase> Base,
    [property: Id(3)] Sourced<Fraction> Threshold,
    [property: Id(4)] Sourced<bool> SelfVote,
    [property: Id(5)] Sourced<int> CommitteeSize,
    [property: Id(6)] Sourced<int> Confirmations,
    [property: Id(7)] Sourced<int> Rounds,
    [property: Id(8)] Sourced<int> StayPerSeat,
    [property: Id(9)] Sourced<bool> FinalRoundPlurality,
    [property: Id(10)] Sourced<EquatableList<TieBreak>> TieChain,
    [property: Id(11)] Sourced<bool>? Above = null,
    [property: Id(12)] Sourced<int>? MaxMarks = null,
    [property: Id(13)] Sourced<VoterRule>? Voters = null);
