using ClusterActors.Academy;

namespace ClusterActors.Councils;

/// <summary>One year of the Academy's council: what clusters have nominated, dossiers, appraisals, sessions, votes, and the Government's Flag.</summary>
[Alias("council")]
public interface ICouncilGrain : IStreamGrain<CouncilCommand>;

[GenerateSerializer, Alias("council-command")]
public abstract partial record CouncilCommand
{
    private CouncilCommand()
    {
    }

    /// <summary>A cluster's year has nominated, or the scores of what it nominated have been corrected.</summary>
    /// <param name="Rules">The year's, the same for all clusters; those that come first are kept.</param>
    [GenerateSerializer, Alias("receive-nominations")]
    public sealed record ReceiveNominations(
        [property: Id(0)] string Cluster, [property: Id(1)] CouncilRules Rules, [property: Id(2)] EquatableList<ScoredNomination> Nominations) : CouncilCommand;

    /// <summary>What has become of a nomination in its year.</summary>
    [GenerateSerializer, Alias("note-award-decision")]
    public sealed record NoteDecision(
        [property: Id(0)] string Cluster,
        [property: Id(1)] Award Award,
        [property: Id(2)] string School,
        [property: Id(3)] CouncilStanding Standing,
        [property: Id(4)] DecisionReference Decision) : CouncilCommand;

    /// <summary>The documents of a nomination, as they are; until it has been decided on. A later list takes the place of an earlier one.</summary>
    [GenerateSerializer, Alias("record-dossier")]
    public sealed record RecordDossier(
        [property: Id(0)] string Cluster,
        [property: Id(1)] Award Award,
        [property: Id(2)] string School,
        [property: Id(3)] EquatableList<DossierDocument> Documents) : CouncilCommand;

    /// <summary>The appraisal (thẩm định) of a nomination, in favour only where the dossier is complete; until it has been decided on.</summary>
    /// <param name="Finding">Why.</param>
    [GenerateSerializer, Alias("appraise")]
    public sealed record Appraise(
        [property: Id(0)] string Cluster,
        [property: Id(1)] Award Award,
        [property: Id(2)] string School,
        [property: Id(3)] bool InFavour,
        [property: Id(4)] string Finding) : CouncilCommand;

    /// <summary>A session of the council was held, or its members were asked in writing. Sessions are numbered from 1.</summary>
    /// <param name="TookPart">Members that were there or answered, with the chair.</param>
    [GenerateSerializer, Alias("hold-session")]
    public sealed record HoldSession(
        [property: Id(0)] DateOnly HeldOn, [property: Id(1)] int TookPart, [property: Id(2)] bool ChairTookPart, [property: Id(3)] bool Written) : CouncilCommand;

    /// <summary>The vote on a nomination that has been appraised, until it has been decided on; the latest one counts.</summary>
    /// <param name="Reason">Null is enough for the first alone.</param>
    [GenerateSerializer, Alias("record-council-vote")]
    public sealed record RecordVote(
        [property: Id(0)] int Session,
        [property: Id(1)] string Cluster,
        [property: Id(2)] Award Award,
        [property: Id(3)] string School,
        [property: Id(4)] CouncilCount Count,
        [property: Id(5)] string? Reason = null) : CouncilCommand;
}

/// <summary>A nomination and the total that the school was ranked with.</summary>
/// <param name="Score">In points; null where there is none.</param>
[GenerateSerializer, Alias("scored-nomination")]
public sealed record ScoredNomination([property: Id(0)] Award Award, [property: Id(1)] string School, [property: Id(2)] decimal? Score);

/// <summary>What has become of a nomination, as far as it concerns the council.</summary>
[GenerateSerializer, Alias("council-standing")]
public enum CouncilStanding
{
    /// <summary>Not decided on.</summary>
    Open,
    Granted,
    Declined,
    Revoked,
}

/// <param name="Code">Of the regulation's list, or another.</param>
/// <param name="Place">Where it is kept.</param>
[GenerateSerializer, Alias("dossier-document")]
public sealed record DossierDocument([property: Id(0)] string Code, [property: Id(1)] string Name, [property: Id(2)] string Place);

/// <summary>Votes by number; who voted how is not recorded, but for the chair.</summary>
/// <param name="InFavour">With the chair's.</param>
/// <param name="Against">The same; whoever took part and is in neither number abstained.</param>
/// <param name="Chair">True: in favour, false: against, null: neither.</param>
[GenerateSerializer, Alias("council-count")]
public sealed record CouncilCount([property: Id(0)] int InFavour, [property: Id(1)] int Against, [property: Id(2)] bool? Chair);

/// <summary>What a vote of the council came to, with everything needed to check it.</summary>
/// <param name="Base">The number that the threshold is a share of.</param>
/// <param name="Threshold">Whether the votes in favour came to it.</param>
/// <param name="Chair">Whether the chair was in favour, or need not be.</param>
/// <param name="Score">The score that was known; null where there was none.</param>
/// <param name="ScoreReached">Whether it was the minimum, or there is none.</param>
/// <param name="Recommended">All of these together.</param>
[GenerateSerializer, Alias("council-outcome")]
public sealed record CouncilOutcome(
    [property: Id(0)] bool Quorum,
    [property: Id(1)] int Base,
    [property: Id(2)] bool Threshold,
    [property: Id(3)] bool Chair,
    [property: Id(4)] decimal? Score,
    [property: Id(5)] bool ScoreReached,
    [property: Id(6)] bool Recommended);

/// <summary>What the council says, and how it came to say so.</summary>
/// <param name="HeldOn">Of the session.</param>
[GenerateSerializer, Alias("council-advice")]
public sealed record CouncilAdvice(
    [property: Id(0)] int Session, [property: Id(1)] DateOnly HeldOn, [property: Id(2)] CouncilCount Count, [property: Id(3)] CouncilOutcome Outcome);
