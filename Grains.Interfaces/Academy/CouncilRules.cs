namespace ClusterActors.Academy;

/// <summary>
/// The Academy's council for emulation and commendation (Hội đồng thi đua, khen thưởng). It appraises and votes on what clusters nominate;
/// the decision, which may be another with a reason, is the Director's.
/// </summary>
/// <param name="Members">With the chair.</param>
/// <param name="Quorum">The share of members that must have taken part in a session for its votes to count.</param>
/// <param name="Written">Whether members may be asked in writing instead of meeting.</param>
/// <param name="Dossier">Without which a nomination is not appraised in favour.</param>
/// <param name="Awards">What it votes on, each award once; nominations for others are decided without it.</param>
/// <param name="GovernmentFlag">Null: nobody is proposed for it.</param>
[GenerateSerializer, Alias("council-rules")]
public sealed record CouncilRules(
    [property: Id(0)] Sourced<int> Members,
    [property: Id(1)] Sourced<Fraction> Quorum,
    [property: Id(2)] Sourced<bool> Written,
    [property: Id(3)] EquatableList<DossierRule> Dossier,
    [property: Id(4)] EquatableList<CouncilAwardRules> Awards,
    [property: Id(5)] GovernmentFlagRules? GovernmentFlag = null);

/// <summary>A document that every dossier has (hồ sơ đề nghị).</summary>
/// <param name="Name">In Vietnamese.</param>
[GenerateSerializer, Alias("dossier-rule")]
public sealed record DossierRule(
    [property: Id(0)] string Code, [property: Id(1)] string Name, [property: Id(2)] string EnglishName, [property: Id(3)] string Source);

/// <param name="MinimumScore">In points of the ranking; null: any.</param>
[GenerateSerializer, Alias("council-award-rules")]
public sealed record CouncilAwardRules(
    [property: Id(0)] Award Award, [property: Id(1)] CouncilVoteRules Vote, [property: Id(2)] Sourced<decimal>? MinimumScore = null);

/// <param name="Threshold">The share of the base that the votes in favour must come to.</param>
/// <param name="Exceeded">True: more than the share; false: the share is enough.</param>
/// <param name="Base">Roll: all members; cast: those who took part; valid: those who voted for or against.</param>
/// <param name="Chair">Whether the chair's vote must be among those in favour.</param>
[GenerateSerializer, Alias("council-vote-rules")]
public sealed record CouncilVoteRules(
    [property: Id(0)] Sourced<Fraction> Threshold,
    [property: Id(1)] Sourced<bool> Exceeded,
    [property: Id(2)] Sourced<PercentageBase> Base,
    [property: Id(3)] Sourced<bool> Chair);

/// <summary>
/// The Government's Flag (Cờ thi đua của Chính phủ). It is given upon an award of the year to a holder of it, and is therefore no second
/// award for the same achievement.
/// </summary>
/// <param name="Upon">Which award a school must hold to be proposed.</param>
/// <param name="MostShare">The most that can be proposed, as a share of that many awards of the year in the whole nation, rounded down.</param>
/// <param name="Of">Which of these awards are counted.</param>
[GenerateSerializer, Alias("government-flag-rules")]
public sealed record GovernmentFlagRules(
    [property: Id(0)] CouncilVoteRules Vote,
    [property: Id(1)] Sourced<Award> Upon,
    [property: Id(2)] Sourced<Fraction> MostShare,
    [property: Id(3)] Sourced<ShareBase> Of);

[GenerateSerializer, Alias("share-base")]
public enum ShareBase
{
    /// <summary>Those that stand granted.</summary>
    Granted,

    /// <summary>Those that clusters have nominated.</summary>
    Nominated,
}
