namespace ClusterActors.Academy;

/// <summary>The Academy's own decisions: registry of schools, formation of clusters, regulations and guidance by year.</summary>
[Alias("academy")]
public interface IAcademyGrain : IStreamGrain<AcademyCommand>;

/// <summary>What the Academy decides. Each decision is a fact: those it concerns apply it.</summary>
[GenerateSerializer, Alias("academy-command")]
public abstract partial record AcademyCommand
{
    private AcademyCommand()
    {
    }

    /// <summary>Makes a person an official of the Academy.</summary>
    [GenerateSerializer, Alias("appoint-official")]
    public sealed record AppointOfficial([property: Id(0)] string Person) : AcademyCommand;

    /// <summary>Lets a person read what officials read, and decide nothing.</summary>
    [GenerateSerializer, Alias("appoint-auditor")]
    public sealed record AppointAuditor([property: Id(0)] string Person) : AcademyCommand;

    /// <summary>Ends what a person is at the Academy, official or auditor. One official always stays.</summary>
    [GenerateSerializer, Alias("dismiss-from-academy")]
    public sealed record Dismiss([property: Id(0)] string Person, [property: Id(1)] string Reason) : AcademyCommand;

    [GenerateSerializer, Alias("register-school")]
    public sealed record RegisterSchool(
        [property: Id(0)] string School, [property: Id(1)] string Name, [property: Id(2)] string Province) : AcademyCommand;

    /// <summary>Corrects a mistaken entry of the registry; a school that has got another name is renamed, not corrected.</summary>
    [GenerateSerializer, Alias("correct-school")]
    public sealed record CorrectSchool(
        [property: Id(0)] string School, [property: Id(1)] string Name, [property: Id(2)] string Province, [property: Id(3)] string Reason) : AcademyCommand;

    /// <summary>
    /// Forms a cluster of registered schools that are in none, as those of dissolved clusters. A cluster's number may be shared with others;
    /// its code may not.
    /// </summary>
    /// <param name="Decision">Null where nobody knows the document, as of the first clusters; the reason says so then.</param>
    [GenerateSerializer, Alias("form-cluster")]
    public sealed record FormCluster(
        [property: Id(0)] string Cluster,
        [property: Id(1)] string Name,
        [property: Id(2)] EquatableList<string> Members,
        [property: Id(3)] int? Number = null,
        [property: Id(4)] DecisionReference? Decision = null,
        [property: Id(5)] string? Reason = null) : AcademyCommand;

    [GenerateSerializer, Alias("issue-regulation")]
    public sealed record IssueRegulation([property: Id(0)] Regulation Regulation) : AcademyCommand;

    /// <summary>Issues the year's guidance (hướng dẫn) to every cluster, with the regulation of that year.</summary>
    [GenerateSerializer, Alias("issue-guidance")]
    public sealed record IssueGuidance([property: Id(0)] Guidance Guidance) : AcademyCommand;
}

/// <summary>The Academy's yearly guidance. <paramref name="IssuedOn"/> is the date on the document.</summary>
[GenerateSerializer, Alias("guidance")]
public sealed record Guidance(
    [property: Id(0)] int Year, [property: Id(1)] string Reference, [property: Id(2)] DateOnly IssuedOn, [property: Id(3)] string? Theme = null);

/// <summary>A numbered, dated document of the Academy.</summary>
[GenerateSerializer, Alias("decision")]
public sealed record DecisionReference([property: Id(0)] string Number, [property: Id(1)] DateOnly IssuedOn);

/// <summary>What anyone may see of the Academy.</summary>
/// <param name="Schools">Empty in the view row, which every command writes; read from <see cref="IJournalViewer.RegistryAsync"/>.</param>
/// <param name="Clusters">The same.</param>
public sealed record AcademyView(
    EquatableList<string> Officials, EquatableList<string> Schools, EquatableList<string> Clusters, EquatableList<int> RegulationYears, EquatableList<Guidance> Guidance,
    EquatableList<string>? Auditors = null);
