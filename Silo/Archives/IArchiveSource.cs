using ClusterActors.Journal;

namespace ClusterActors.Silo.Archives;

/// <summary>What an archive is made from: a store's journal, or an archive, so that what was exported can be exported again.</summary>
internal interface IArchiveSource
{
    ArchiveCut Cut { get; }

    /// <summary>The events of the streams that the year is about, up to the checkpoint, in commit order.</summary>
    IAsyncEnumerable<JournalEvent> ReadAsync(CancellationToken cancel);
}
