using System.Runtime.CompilerServices;
using ClusterActors.Journal;

namespace ClusterActors.Silo.Archives;

/// <summary>A year in a store, which may be in use meanwhile.</summary>
internal sealed class JournalSource(IJournalReader reader, ArchiveCut cut) : IArchiveSource
{
    public ArchiveCut Cut => cut;

    public async IAsyncEnumerable<JournalEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var e in reader.ReadAllAsync(0, cancel))
        {
            if (e.Position > cut.Checkpoint.Position)
                yield break;
            if (cut.Scope.Concerns(e.Stream))
                yield return e;
        }
    }
}
