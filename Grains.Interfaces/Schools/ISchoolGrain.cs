using ClusterActors.Academy;

namespace ClusterActors.Schools;

/// <summary>One school: its identity, its membership, and who holds which role in it.</summary>
[Alias("school")]
public interface ISchoolGrain : IStreamGrain<SchoolCommand>;

[GenerateSerializer, Alias("school-command")]
public abstract partial record SchoolCommand
{
    private SchoolCommand()
    {
    }

    /// <summary>The Academy has registered this school.</summary>
    [GenerateSerializer, Alias("register")]
    public sealed record Register([property: Id(0)] string Name, [property: Id(1)] string Province) : SchoolCommand;

    /// <summary>The Academy has corrected a mistaken entry.</summary>
    [GenerateSerializer, Alias("correct")]
    public sealed record Correct([property: Id(0)] string Name, [property: Id(1)] string Province, [property: Id(2)] string Reason) : SchoolCommand;

    /// <summary>
    /// A campaign year asks to keep a place for an award. One achievement, which is one campaign year, has one award
    /// (không khen thưởng nhiều lần cho một thành tích).
    /// </summary>
    [GenerateSerializer, Alias("reserve-award")]
    public sealed record ReserveAward([property: Id(0)] Award Award, [property: Id(1)] int Year) : SchoolCommand;

    /// <summary>The Academy has granted the award for which a place was kept.</summary>
    [GenerateSerializer, Alias("receive-award")]
    public sealed record ReceiveAward(
        [property: Id(0)] Award Award, [property: Id(1)] int Year, [property: Id(2)] DecisionReference Decision) : SchoolCommand;

    /// <summary>The Academy has revoked the award; the achievement counts as one without an award again.</summary>
    [GenerateSerializer, Alias("lose-award")]
    public sealed record LoseAward(
        [property: Id(0)] Award Award, [property: Id(1)] int Year, [property: Id(2)] DecisionReference Decision, [property: Id(3)] string Reason) : SchoolCommand;

    /// <summary>The Academy has put this school into a cluster.</summary>
    [GenerateSerializer, Alias("join-cluster")]
    public sealed record JoinCluster([property: Id(0)] string Cluster) : SchoolCommand;
}

/// <summary>A person's role in a unit.</summary>
[GenerateSerializer, Alias("appointment")]
public sealed record Appointment([property: Id(0)] string Person, [property: Id(1)] string Role);

/// <param name="Awards">Every award ever reserved, granted or revoked, oldest first.</param>
/// <param name="Substitutes">Who may sign for the principal, and in which days; null in rows from before there were any.</param>
/// <param name="FormerNames">Oldest first; null in a row from before schools were renamed.</param>
/// <param name="Mergers">Those it came out of, oldest first: its predecessors; null in a row from before schools were merged.</param>
/// <param name="MergedInto">The merger that it ended with; null for a school that there is.</param>
/// <param name="Bars">Lifted ones too, oldest first; null in a row from before there were bars.</param>
/// <param name="GovernmentFlags">One a year; null in a row from before there were any.</param>
/// <param name="Assessments">By national standards, in the order in which they began; null in a row from before there were any.</param>
public sealed record SchoolView(
    string School,
    string Name,
    string Province,
    string? Cluster,
    EquatableList<Appointment> People,
    EquatableList<AwardView> Awards,
    EquatableList<Substitution>? Substitutes = null,
    EquatableList<FormerSchoolName>? FormerNames = null,
    EquatableList<Merger>? Mergers = null,
    Merger? MergedInto = null,
    EquatableList<SchoolBar>? Bars = null,
    EquatableList<GovernmentFlagRecord>? GovernmentFlags = null,
    EquatableList<SchoolAssessment>? Assessments = null);

/// <param name="Cluster">The cluster whose campaign year the award is for.</param>
/// <param name="Decision">The decision that granted or revoked it; null while only a place is kept.</param>
public sealed record AwardView(Award Award, int Year, string Cluster, AwardState State, DecisionReference? Decision);

public enum AwardState
{
    Reserved,
    Granted,
    Revoked,
}
