using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Statistics;

namespace ClusterActors;

/// <summary>
/// What concerns many streams at once, as queries over view rows: nothing lags, because a row is written with its events. Rows
/// come in an order that depends on nothing but their content. No query reads a clock.
/// </summary>
public interface INationalViews
{
    /// <summary>Every cluster there is, by code; those that have not opened the year as well, unless they were dissolved.</summary>
    /// <param name="today">The day, in Vietnam, that lateness is counted up to.</param>
    Task<IReadOnlyList<ClusterStanding>> ClustersOfAsync(int year, DateOnly today, CancellationToken cancel = default);

    /// <summary>Every school that its cluster has ranked, best total first, then by cluster and school.</summary>
    Task<IReadOnlyList<SchoolScore>> ScoresOfAsync(int year, CancellationToken cancel = default);

    /// <summary>Every nomination, by cluster and in the order of its votes.</summary>
    Task<IReadOnlyList<AwardNomination>> AwardsOfAsync(int year, CancellationToken cancel = default);

    /// <summary>The officers of every cluster for a year, by code; past, present or proposed. Of a dissolved cluster only where it had some.</summary>
    Task<IReadOnlyList<ClusterOfficers>> OfficersOfAsync(int year, CancellationToken cancel = default);

    /// <summary>
    /// Every school on the rolls of these years, or merged while it was on one, with its report of the period, by year, cluster and school;
    /// totals are made of them by <see cref="ReportFold"/>.
    /// </summary>
    Task<IReadOnlyList<RollReport>> ReportsOfAsync(int first, int last, ReportPeriod period, CancellationToken cancel = default);

    /// <summary>Every school that has ended with a merger, by code.</summary>
    Task<IReadOnlyList<Succession>> SuccessionsAsync(CancellationToken cancel = default);

    /// <summary>The catalogue by which schools report for a year; empty where none does.</summary>
    Task<EquatableList<Indicator>> IndicatorsOfAsync(int year, CancellationToken cancel = default);

    /// <summary>A school's years, latest first; null when no such school is registered.</summary>
    Task<SchoolHistory?> HistoryOfAsync(string school, CancellationToken cancel = default);

    /// <summary>Schools by code.</summary>
    /// <param name="text">Part of a code, name or province; case and Vietnamese marks do not matter (đ is d). Empty finds all.</param>
    /// <param name="after">Only codes behind this one; null begins at the first.</param>
    /// <param name="limit">The most schools of a page, at least 1.</param>
    Task<SchoolPage> SearchSchoolsAsync(string text, string? after, int limit, CancellationToken cancel = default);
}

/// <summary>Where a cluster stands in a year. A school that has left the roll is counted neither among what is done nor among what is missing.</summary>
/// <param name="Number">The cluster's number, which others may share.</param>
/// <param name="Phase">Null when the year has not been opened.</param>
/// <param name="Members">Schools on the year's roll; before it is opened, the cluster's members.</param>
/// <param name="Signatures">Signatures under the pact.</param>
/// <param name="Sheets">Self-score sheets handed in.</param>
/// <param name="Inspected">Sheets whose inspection has ended.</param>
/// <param name="Next">The earliest deadline that somebody has still to meet; null when there is none.</param>
/// <param name="Overdue">Whether that deadline's day is past.</param>
public sealed record ClusterStanding(
    string Cluster,
    int? Number,
    string Name,
    Phase? Phase,
    int Members,
    int Signatures,
    int Sheets,
    int Inspected,
    NextDeadline? Next,
    bool Overdue);

/// <summary>A deadline that somebody has still to meet. A step that the year has gone past is no longer waited for.</summary>
/// <param name="Pending">Schools of which the step is still wanted.</param>
/// <param name="Late">The same when the day is past, otherwise 0.</param>
/// <param name="DaysLate">Days since the deadline's day, 0 up to and on that day.</param>
public sealed record NextDeadline(Step Step, DateOnly Day, int Pending, int Late, int DaysLate);

/// <summary>A ranked school.</summary>
/// <param name="NationalRank">By <paramref name="Total"/> over all clusters; equal totals share a rank (1, 2, 2, 4).</param>
/// <param name="ClusterRank">The rank in the cluster's own ranking.</param>
/// <param name="Total">Points from verified scores.</param>
/// <param name="SelfTotal">Points that the school's own scores would give; null for a year shown before this was kept.</param>
public sealed record SchoolScore(int NationalRank, string School, string Cluster, int ClusterRank, decimal Total, decimal? SelfTotal);

/// <summary>A school nominated for an award, and what became of it.</summary>
/// <param name="State">What the Academy has made of it.</param>
/// <param name="Decision">The Academy's decision; null while there is none.</param>
/// <param name="Reason">Why the Academy decided so, where it said.</param>
public sealed record AwardNomination(
    string Cluster, int Year, string School, Award Award, NominationState State, DecisionReference? Decision, string? Reason);

/// <summary>Who leads a cluster in a year.</summary>
/// <param name="Standing">Null when nobody is known for that year; then there is no head and no deputy.</param>
/// <param name="Acting">The head, where it only acts because the post is vacant; else null.</param>
public sealed record ClusterOfficers(
    string Cluster, string Name, OfficerStanding? Standing, string? Head, EquatableList<string> Deputies, string? Acting);

/// <summary>How far the officers of a year have come.</summary>
public enum OfficerStanding
{
    Proposed,

    /// <summary>Recognised by the Academy, before the handover.</summary>
    Recognised,

    /// <summary>In office now, or in a past year.</summary>
    InOffice,
}
