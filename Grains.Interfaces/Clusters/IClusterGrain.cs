using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Clusters;

/// <summary>One regional cluster: its members, its officers, the handover of its head, and the years it has opened.</summary>
[Alias("cluster")]
public interface IClusterGrain : IStreamGrain<ClusterCommand>;

[GenerateSerializer, Alias("cluster-command")]
public abstract partial record ClusterCommand
{
    private ClusterCommand()
    {
    }

    /// <summary>The Academy has formed this cluster.</summary>
    [GenerateSerializer, Alias("form")]
    public sealed record Form(
        [property: Id(0)] int? Number, [property: Id(1)] string Name, [property: Id(2)] EquatableList<string> Members) : ClusterCommand;

    /// <summary>The Academy's guidance for a year has come, with the regulation that goes with it.</summary>
    [GenerateSerializer, Alias("receive-guidance")]
    public sealed record ReceiveGuidance([property: Id(0)] Guidance Guidance, [property: Id(1)] Regulation Regulation) : ClusterCommand;

    /// <summary>The Academy puts officers into office where the yearly order gives none: a new cluster, or a past year's entry.</summary>
    /// <param name="Queue">Who enters as deputy next, in order; must hold no officer.</param>
    [GenerateSerializer, Alias("appoint-officers")]
    public sealed record AppointOfficers(
        [property: Id(0)] Officers Officers, [property: Id(1)] EquatableList<string> Queue, [property: Id(2)] string Reason) : ClusterCommand;

    /// <summary>
    /// The Academy replaces the officers of the running year, by a decision and with a reason: an officer leaves, or cannot stay.
    /// Authority passes with this one event; a handover that was under way begins anew.
    /// </summary>
    [GenerateSerializer, Alias("override-officers")]
    public sealed record OverrideOfficers(
        [property: Id(0)] Officers Officers,
        [property: Id(1)] EquatableList<string> Queue,
        [property: Id(2)] DecisionReference Decision,
        [property: Id(3)] string Reason) : ClusterCommand;

    [GenerateSerializer, Alias("open-year")]
    public sealed record OpenYear([property: Id(0)] int Year) : ClusterCommand;

    /// <summary>A campaign year has drawn its inspectors; next year's draw avoids the same pairs.</summary>
    [GenerateSerializer, Alias("note-inspections")]
    public sealed record NoteInspections([property: Id(0)] int Year, [property: Id(1)] EquatableList<InspectionPair> Pairs) : ClusterCommand;

    /// <summary>The year-end conference asks for next year's officers.</summary>
    /// <param name="Rules">The regulation of the year that ends.</param>
    /// <param name="Ranking">Of the year that ends; for an election's tie chain.</param>
    [GenerateSerializer, Alias("propose-officers")]
    public sealed record ProposeOfficers(
        [property: Id(0)] int Year,
        [property: Id(1)] OfficerRules Rules,
        [property: Id(2)] EquatableList<RankingRow>? Ranking = null) : ClusterCommand;

    /// <summary>The election that the cluster has called is over.</summary>
    /// <param name="Officers">Null when nobody was elected head.</param>
    [GenerateSerializer, Alias("apply-election")]
    public sealed record ApplyElection([property: Id(0)] int Year, [property: Id(1)] Officers? Officers) : ClusterCommand;

    /// <summary>The Academy has recognised the officers of a year.</summary>
    [GenerateSerializer, Alias("apply-recognition")]
    public sealed record ApplyRecognition([property: Id(0)] Officers Officers, [property: Id(1)] DecisionReference Decision) : ClusterCommand;

    /// <summary>One head's signature under the handover; the second of the two puts the new head into office.</summary>
    /// <param name="Inventory">The version of the inventory that was read, so that nobody signs what was changed meanwhile; null where there is none.</param>
    [GenerateSerializer, Alias("sign-handover")]
    public sealed record SignHandover(
        [property: Id(0)] int Year, [property: Id(1)] string School, [property: Id(2)] DateOnly SignedOn, [property: Id(3)] int? Inventory = null) : ClusterCommand;
}

/// <summary>An office of a school in its cluster.</summary>
[GenerateSerializer, Alias("office")]
public enum Office
{
    /// <summary>Cụm trưởng.</summary>
    Head,

    /// <summary>Cụm phó.</summary>
    Deputy,
}

/// <summary>The schools that lead a cluster in a year: head (cụm trưởng) and deputies (cụm phó), first deputy first.</summary>
/// <param name="Acting">The post of head is vacant; <paramref name="Head"/> acts in it with all its rights.</param>
[GenerateSerializer, Alias("officers")]
public sealed record Officers(
    [property: Id(0)] int Year,
    [property: Id(1)] string Head,
    [property: Id(2)] EquatableList<string> Deputies,
    [property: Id(3)] bool Acting = false);

/// <summary>The post of head is vacant for a year.</summary>
public sealed record Vacancy(int Year, VacancyReason Reason);

public enum VacancyReason
{
    /// <summary>There was neither a deputy nor anyone in the queue, and the regulation has no election.</summary>
    NobodyToFollow,

    /// <summary>The election came to no head.</summary>
    NobodyElected,

    /// <summary>The head's school was merged with others, or moved to another cluster.</summary>
    HeadLeft,

    /// <summary>Everybody who was elected has been barred meanwhile.</summary>
    HeadBarred,
}

/// <param name="Election">The year whose officers are being elected; null when no election is under way.</param>
/// <param name="Vacancy">The latest vacancy, until a head is put into office.</param>
/// <param name="Inventory">The latest of any handover; null before the first.</param>
/// <param name="FormerNames">Oldest first; null in a row from before clusters were renamed.</param>
/// <param name="Dissolution">Null where nobody has dissolved it.</param>
/// <param name="Dissolved">Whether the dissolution is in force: every year it has opened is closed.</param>
/// <param name="Bars">Of its members, and of schools that were; lifted ones too, oldest first. Null in a row from before.</param>
/// <param name="Skipped">Who would have been proposed in the latest proposal and was barred; null in a row from before.</param>
public sealed record ClusterView(
    string Cluster,
    int? Number,
    string Name,
    EquatableList<string> Members,
    Officers? InOffice,
    Officers? Proposed,
    Officers? Recognised,
    EquatableList<string> Queue,
    EquatableList<string> HandoverSignatures,
    EquatableList<int> GuidedYears,
    EquatableList<int> OpenedYears,
    int? Election,
    Vacancy? Vacancy,
    Inventory? Inventory = null,
    EquatableList<FormerClusterName>? FormerNames = null,
    Dissolution? Dissolution = null,
    bool Dissolved = false,
    EquatableList<SchoolBar>? Bars = null,
    EquatableList<string>? Skipped = null);
