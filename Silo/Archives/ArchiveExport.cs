using ClusterActors.Journal;

namespace ClusterActors.Silo.Archives;

/// <summary>A year out of a journal and into a stream.</summary>
internal static class ArchiveExport
{
    /// <param name="file">Can seek.</param>
    /// <exception cref="ArchiveException"><c>not_found</c>, <c>year_not_closed</c>, <c>checkpoint_awaited</c></exception>
    /// <exception cref="JournalException">The store cannot answer.</exception>
    public static async Task<ArchiveCut> WriteAsync(IJournalReader reader, CampaignKey year, Stream file, CancellationToken cancel)
    {
        var cut = await ArchiveCut.FindAsync(reader, year, cancel);
        await ArchiveWriter.WriteAsync(new JournalSource(reader, cut), file, cancel);
        return cut;
    }
}
