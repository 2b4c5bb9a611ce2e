namespace ClusterActors;

/// <summary>
/// What is to be read. A stream's view row is written in the same transaction as its events: no lag, and a reader sees its own
/// writes. Each row names the version it shows.
/// </summary>
public interface IViews
{
    Task<ViewRow?> FindAsync(string stream, CancellationToken cancel = default);

    /// <summary>All rows of a kind in ordinal order of their streams.</summary>
    Task<IReadOnlyList<ViewRow>> ListAsync(string kind, CancellationToken cancel = default);

    /// <summary>The stored answer of an operation; null when no such operation has been answered.</summary>
    Task<byte[]?> FindAnswerAsync(string stream, string operationId, CancellationToken cancel = default);
}

/// <param name="Document">The view as canonical JSON.</param>
/// <param name="Cluster">Typed columns for national queries; null where they do not apply.</param>
public sealed record ViewRow(
    string Stream, string Kind, long Version, byte[] Document, string? Cluster = null, int? Year = null, string? School = null, string? Phase = null);
