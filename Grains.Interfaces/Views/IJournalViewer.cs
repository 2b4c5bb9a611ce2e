using System.Text.Json;
using ClusterActors.Academy;

namespace ClusterActors;

/// <summary>What is read from the journal itself.</summary>
public interface IJournalViewer
{
    /// <summary>What the Academy has registered and formed, in the order of its decisions.</summary>
    /// <param name="version">Of the Academy's stream, up to which its events count.</param>
    Task<AcademyRegistry> RegistryAsync(long version, CancellationToken cancel = default);

    /// <summary>The rules of a year: as the Academy has issued them last, or the copy that a campaign year was opened with.</summary>
    /// <param name="stream">The Academy's, or the campaign year's.</param>
    /// <returns>Null where the stream has no regulation of that year.</returns>
    Task<Regulation?> RegulationAsync(string stream, int year, CancellationToken cancel = default);

    /// <summary>
    /// Who changed what, when and why, as far as one school is concerned: the school's own events, those of its inspections, its reports and its assessments, and those of
    /// its clusters' and the Academy's streams that name it;
    /// latest first. A school that nobody knows has none.
    /// </summary>
    /// <param name="before">Only events in front of this position; null begins at the latest.</param>
    /// <param name="limit">The most events of a page, at least 1.</param>
    Task<JournalPage> OfSchoolAsync(string school, long? before, int limit, CancellationToken cancel = default);
}

/// <summary>Codes of all schools and all clusters.</summary>
public sealed record AcademyRegistry(EquatableList<string> Schools, EquatableList<string> Clusters);

/// <summary>A page of the journal.</summary>
/// <param name="Next">The position in front of which the next page lies; null on the last one.</param>
public sealed record JournalPage(EquatableList<JournalEntry> Entries, long? Next);

/// <summary>One event as it was recorded. Persons are opaque ids, and nothing that can be erased is part of an event.</summary>
/// <param name="Position">The order of commits over all streams.</param>
/// <param name="Actor"><c>person@unit</c>.</param>
/// <param name="Reason">The payload's own member <c>reason</c>, also within an object of it; null when it gives none.</param>
public sealed record JournalEntry(
    long Position,
    string Stream,
    long Version,
    string Type,
    DateTimeOffset RecordedAt,
    string Actor,
    string OperationId,
    string? Reason,
    JsonElement Payload);
