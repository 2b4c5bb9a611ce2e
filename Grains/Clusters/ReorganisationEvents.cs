using ClusterActors.Academy;

namespace ClusterActors.Clusters;

public abstract partial record ClusterEvent
{
    [EventName("renamed")]
    public sealed record Renamed(Renaming Renaming, int? Number) : ClusterEvent;

    /// <summary>A school has come from another cluster, or from none.</summary>
    [EventName("member-admitted")]
    public sealed record MemberAdmitted(Transfer Transfer, Posts Posts) : ClusterEvent;

    /// <summary>A school has gone to another cluster.</summary>
    /// <param name="Replaced">The officers in office until then; null where they stay.</param>
    [EventName("member-released")]
    public sealed record MemberReleased(Transfer Transfer, Posts Posts, Officers? Replaced) : ClusterEvent;

    /// <param name="Members">As they are since then.</param>
    /// <param name="Replaced">The officers in office until then; null where they stay.</param>
    [EventName("members-merged")]
    public sealed record MembersMerged(Merger Merger, EquatableList<string> Members, Posts Posts, Officers? Replaced) : ClusterEvent;

    [EventName("dissolution-noted")]
    public sealed record DissolutionNoted(Dissolution Dissolution) : ClusterEvent;

    /// <summary>A year is closed.</summary>
    [EventName("closing-noted")]
    public sealed record ClosingNoted(int Year) : ClusterEvent;

    /// <summary>The dissolution is in force: every year is closed.</summary>
    [EventName("dissolved")]
    public sealed record Dissolved : ClusterEvent;
}

/// <summary>Who holds the posts once a school has come or gone.</summary>
/// <param name="InOffice">Null where nobody has been put into office.</param>
/// <param name="Vacancy">The latest vacancy, with one that has come about with it.</param>
public sealed record Posts(Officers? InOffice, EquatableList<string> Queue, Officers? Proposed, Officers? Recognised, Vacancy? Vacancy);
