using ClusterActors.Journal;
using ClusterActors.Storage.Sqlite;

namespace ClusterActors.Silo.Commands;

/// <summary>A folder with its owner's lock, and in it the one that is restored into.</summary>
internal sealed class ScratchFolder : ScratchPlace
{
    private readonly FolderLock held;

    private ScratchFolder(FolderLock held)
        : base(StoreAddress.Of(Path.Combine(held.Folder, "data"), null)) => this.held = held;

    public static ScratchFolder Make(string within, string name)
    {
        if (Directory.Exists(within))
            RemoveLeft(within);
        return new(FolderLock.Take(Path.Combine(within, name)));
    }

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(held.Folder, recursive: true);
        held.Dispose();
        return default;
    }

    private static void RemoveLeft(string within)
    {
        foreach (var folder in Directory.GetDirectories(within, Beginning + "*").Where(folder => IsName(Path.GetFileName(folder)) && FolderLock.IsIn(folder)))
        {
            try
            {
                using var left = FolderLock.Take(folder);
                Directory.Delete(folder, recursive: true);
            }
            catch (JournalException)
            {
                // Its owner lives, or it is another user's.
            }
        }
    }
}
