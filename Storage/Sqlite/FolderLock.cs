using System.Globalization;
using ClusterActors.Journal;

namespace ClusterActors.Storage.Sqlite;

/// <summary>
/// Holds a folder for the life of a store. The operating system drops the lock with the process, however it ends. Who holds it
/// stands in a file beside it, because a locked file cannot be read.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private const string LockName = "lock";
    private const string HolderName = "lock.pid";

    private readonly FileStream stream;

    private FolderLock(string folder, FileStream stream) => (Folder, this.stream) = (folder, stream);

    public string Folder { get; }

    /// <summary>Whether this folder has ever been held.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, LockName));

    /// <exception cref="JournalException"><c>data_folder_in_use</c>, <c>storage_unavailable</c></exception>
    public static FolderLock Take(string path)
    {
        try
        {
            var folder = Directory.CreateDirectory(path).FullName;
            return new FolderLock(folder, Lock(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalException(StoreFault.StorageUnavailable, $"The data folder '{path}' cannot be used: {e.Message}", e);
        }
    }

    public void Dispose() => stream.Dispose();

    private static FileStream Lock(string folder)
    {
        FileStream? taken = null;
        try
        {
            taken = new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(Path.Combine(folder, HolderName), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return taken;
        }
        catch (IOException e) when (taken is null && IsHeldByAnother(e))
        {
            throw new JournalException(StoreFault.DataFolderInUse, $"The data folder '{folder}' is in use by process {Holder(folder)}.", e);
        }
        catch
        {
            taken?.Dispose();
            throw;
        }
    }

    /// <summary>EWOULDBLOCK on Linux and on macOS, ERROR_SHARING_VIOLATION on Windows.</summary>
    private static bool IsHeldByAnother(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static string Holder(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, HolderName));
        }
        catch (IOException)
        {
            // The winner has the lock and has not written its number yet.
            return "unknown";
        }
    }
}
