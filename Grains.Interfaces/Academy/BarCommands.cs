namespace ClusterActors.Academy;

public abstract partial record AcademyCommand
{
    /// <summary>A school is barred in a year; what from, the regulation of that year says. One bar of a kind is in force at a time.</summary>
    /// <param name="On">Since when there is a reason for it.</param>
    [GenerateSerializer, Alias("bar-school")]
    public sealed record BarSchool(
        [property: Id(0)] string School,
        [property: Id(1)] int Year,
        [property: Id(2)] BarKind Kind,
        [property: Id(3)] DateOnly On,
        [property: Id(4)] DecisionReference Decision,
        [property: Id(5)] string Reason) : AcademyCommand;

    /// <summary>A bar is no more; what is frozen meanwhile stays as it is.</summary>
    /// <param name="On">Not before the bar.</param>
    [GenerateSerializer, Alias("lift-bar")]
    public sealed record LiftBar(
        [property: Id(0)] string School,
        [property: Id(1)] int Year,
        [property: Id(2)] BarKind Kind,
        [property: Id(3)] DateOnly On,
        [property: Id(4)] DecisionReference Decision,
        [property: Id(5)] string Reason) : AcademyCommand;
}

/// <summary>A school is barred in a campaign year.</summary>
[GenerateSerializer, Alias("bar")]
public sealed record Bar(
    [property: Id(0)] string School,
    [property: Id(1)] int Year,
    [property: Id(2)] BarKind Kind,
    [property: Id(3)] DateOnly On,
    [property: Id(4)] DecisionReference Decision,
    [property: Id(5)] string Reason);

/// <summary>The bar of this kind is lifted.</summary>
[GenerateSerializer, Alias("lifting")]
public sealed record Lifting(
    [property: Id(0)] string School,
    [property: Id(1)] int Year,
    [property: Id(2)] BarKind Kind,
    [property: Id(3)] DateOnly On,
    [property: Id(4)] DecisionReference Decision,
    [property: Id(5)] string Reason);

/// <summary>A bar and what became of it.</summary>
/// <param name="Lifted">Null while it is in force.</param>
public sealed record SchoolBar(Bar Bar, Lifting? Lifted);
