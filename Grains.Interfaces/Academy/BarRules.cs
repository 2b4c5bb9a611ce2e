namespace ClusterActors.Academy;

/// <summary>What bars keep a school from. A kind that is not named is recorded and keeps it from nothing.</summary>
/// <param name="Kinds">Each named once.</param>
[GenerateSerializer, Alias("bar-rules")]
public sealed record BarRules([property: Id(0)] EquatableList<BarRule> Kinds);

/// <param name="From">At least one, each named once.</param>
[GenerateSerializer, Alias("bar-rule")]
public sealed record BarRule([property: Id(0)] BarKind Kind, [property: Id(1)] Sourced<EquatableList<BarredFrom>> From);

/// <summary>Why a school is barred; the four of Decree 98/2023, Article 4.</summary>
[GenerateSerializer, Alias("bar-kind")]
public enum BarKind
{
    /// <summary>Kỷ luật: disciplined, or under consideration for it.</summary>
    Discipline,

    /// <summary>Điều tra.</summary>
    Investigation,

    /// <summary>Thanh tra: an inspection by the state has found signs of violation.</summary>
    InspectionFindings,

    /// <summary>Khiếu nại, tố cáo: a complaint that is not settled.</summary>
    Complaint,
}

[GenerateSerializer, Alias("barred-from")]
public enum BarredFrom
{
    /// <summary>From being voted on, nominated and awarded in the year.</summary>
    Review,

    /// <summary>From the posts of the year after.</summary>
    Posts,
}
