using System.IO.MemoryMappedFiles;

namespace ClusterActors.Bench.Stores.Sqlite;

/// <summary>
/// Sees which appends the store committed together, without a hook in the store. The store asks its clock once for each append,
/// on the writer's thread and inside the transaction. At that moment the WAL index tells how many transactions were committed
/// before (<c>iChange</c>, offset 8 of the header: sqlite.org/walformat.html): appends that see the same count share a commit.
/// Reading it is one load from mapped memory, so the store is not slowed by being watched.
/// </summary>
internal sealed class CommitMarks : TimeProvider, IDisposable
{
    private const int ChangeCounter = 8;

    private readonly List<int> sizes = [];
    private MemoryMappedFile? index;
    private MemoryMappedViewAccessor? header;
    private uint? last;

    /// <summary>How many appends each commit had, in order. Belongs to the writer's thread; read it when all have been answered.</summary>
    public IReadOnlyList<int> Sizes => sizes;

    /// <summary>To be called when the database is open and before the first append.</summary>
    public void Watch(string database)
    {
        var file = new FileStream(database + "-shm", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        index = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        header = index.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
    }

    public override DateTimeOffset GetUtcNow()
    {
        if (header?.ReadUInt32(ChangeCounter) is { } commits)
        {
            if (commits != last)
                sizes.Add(0);
            sizes[^1]++;
            last = commits;
        }

        return base.GetUtcNow();
    }

    public void Dispose()
    {
        header?.Dispose();
        index?.Dispose();
    }
}
