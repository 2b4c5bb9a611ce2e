namespace ClusterActors.Academy;

/// <summary>
/// What becomes of a year's open things when a school on its roll is merged with others. A successor takes a place on the roll only where it
/// comes into this cluster and was in none before, as a school that was founded for the merger; one of the members has its own already.
/// The pact's targets are the cluster's, and stay; what each school plans of them goes by a policy.
/// </summary>
/// <param name="Election">Null in regulations from before elections heard of mergers: the round is held again.</param>
/// <param name="FewerInspectors">Whether a roll that is too short for the regulation's number of inspectors, by mergers of this year or of those before, draws fewer.</param>
/// <param name="Figures">What becomes of figures for the year; null: as where the successor reports for all.</param>
/// <param name="Targets">What becomes of what schools that are no more had planned; null: it stays theirs.</param>
[GenerateSerializer, Alias("membership-rules")]
public sealed record MembershipRules(
    [property: Id(0)] Sourced<PactPolicy> Pact,
    [property: Id(1)] Sourced<ScorePolicy> Scores,
    [property: Id(2)] Sourced<InspectionPolicy> Inspections,
    [property: Id(3)] Sourced<bool> FewerInspectors,
    [property: Id(4)] Sourced<VotePolicy> Vote,
    [property: Id(5)] Sourced<PostPolicy> Posts,
    [property: Id(6)] Sourced<ElectionPolicy>? Election = null,
    [property: Id(7)] Sourced<FigurePolicy>? Figures = null,
    [property: Id(8)] Sourced<TargetPolicy>? Targets = null);

/// <summary>The signature of a school that is no more, for the successor that takes its place.</summary>
[GenerateSerializer, Alias("pact-policy")]
public enum PactPolicy
{
    /// <summary>It binds the successor.</summary>
    SuccessorBound,

    /// <summary>It binds the successor where the pact is in force; before, the successor signs.</summary>
    CarriedOnceInForce,

    /// <summary>It lapses, and the successor signs.</summary>
    SignedAnew,
}

/// <summary>The sheet of a school that is no more; what has been ranked stays ranked.</summary>
[GenerateSerializer, Alias("score-policy")]
public enum ScorePolicy
{
    /// <summary>It stays on record and is not ranked.</summary>
    PredecessorOut,

    /// <summary>The successor that takes the place has it; where there are several, the Academy says which.</summary>
    SuccessorInherits,
}

/// <summary>The inspections that a school that is no more had to do.</summary>
[GenerateSerializer, Alias("inspection-policy")]
public enum InspectionPolicy
{
    /// <summary>The successor does them, unless it would inspect itself, twice, its own inspector, or against a conflict; else they are dropped.</summary>
    SuccessorInspects,

    /// <summary>They are dropped.</summary>
    Dropped,

    /// <summary>The Academy says who does each.</summary>
    Decided,
}

/// <summary>The place on the roll. A vote that is open keeps the roll that it was opened with.</summary>
[GenerateSerializer, Alias("vote-policy")]
public enum VotePolicy
{
    SuccessorTakesPlace,

    /// <summary>The roll becomes shorter; a successor comes onto the next year's.</summary>
    PlaceLapses,
}

/// <summary>A round of an election of officers that is under way. The roll of an election is that of the members there are.</summary>
[GenerateSerializer, Alias("election-policy")]
public enum ElectionPolicy
{
    /// <summary>It is annulled and held again.</summary>
    RoundAgain,

    /// <summary>
    /// Votes by name of and for schools that are no more are void, the others stand. A round on paper, where nobody can tell them apart, and one
    /// that waits for its lot are annulled and held again.
    /// </summary>
    BallotsVoid,
}

/// <summary>The posts of a school that is no more.</summary>
[GenerateSerializer, Alias("post-policy")]
public enum PostPolicy
{
    /// <summary>The first deputy acts as head, the others move up.</summary>
    DeputyActs,

    /// <summary>The successor serves in them where it is a member; else the first deputy acts.</summary>
    SuccessorServes,
}

/// <summary>
/// What a school that is no more has reported for the year in which it was merged. What it has reported for a period that had ended before
/// counts always, and what is so at a period's end is never counted of a school that was not there then.
/// </summary>
[GenerateSerializer, Alias("figure-policy")]
public enum FigurePolicy
{
    /// <summary>What happened until the merger counts, beside what the successor reports of the time since then.</summary>
    PredecessorsCount,

    /// <summary>The successor reports of the whole year, for all that became part of it.</summary>
    SuccessorReports,
}

/// <summary>What a school that is no more had planned of the pact's targets.</summary>
[GenerateSerializer, Alias("target-policy")]
public enum TargetPolicy
{
    /// <summary>It stays under the name of the school that planned it.</summary>
    Stays,

    /// <summary>The successor plans it, beside what it plans itself, where it takes the place on the roll or had one.</summary>
    SuccessorTakesPlan,
}
