using System.Globalization;

namespace ClusterActors.Bench;

/// <summary>
/// Where measurements write. It lies beside the live data folder and not in the system's temporary one, which may be in memory,
/// where a flush to disk costs nothing.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo root;
    private int made;

    /// <param name="home">The project's own folder.</param>
    public WorkFolder(string home) => root = Directory.CreateDirectory(Path.Combine(home, "var", $"bench-{Guid.NewGuid():n}"));

    /// <summary>The name of the file system, as far as the system tells.</summary>
    public string FileSystem => FileSystemOf(root);

    /// <summary>Whether a process of any user can come to what lies in it.</summary>
    public bool IsOpenToAll
    {
        get
        {
            for (var folder = root; folder is not null; folder = folder.Parent)
                if (!folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                    return false;
            return true;
        }
    }

    public Fresh Make() => new(root.CreateSubdirectory((++made).ToString(CultureInfo.InvariantCulture)));

    public void Dispose() => root.Delete(recursive: true);

    private static string FileSystemOf(DirectoryInfo folder) => new DriveInfo(folder.FullName).DriveFormat;

    /// <summary>A folder of one measurement, removed with it.</summary>
    internal sealed class Fresh(DirectoryInfo folder) : IDisposable
    {
        public string Path => folder.FullName;

        public string FileSystem => FileSystemOf(folder);

        public void Dispose() => folder.Delete(recursive: true);
    }
}
