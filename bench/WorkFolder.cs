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

    public WorkFolder()
    {
        var home = Environment.GetEnvironmentVariable("CLUSTERACTORS_HOME") is { Length: > 0 } set ? set : Environment.CurrentDirectory;
        root = Directory.CreateDirectory(Path.Combine(home, "var", $"bench-{Guid.NewGuid():n}"));
    }

    /// <summary>The name of the file system, as far as the system tells.</summary>
    public string FileSystem => new DriveInfo(root.FullName).DriveFormat;

    public Fresh Make() => new(root.CreateSubdirectory((++made).ToString(CultureInfo.InvariantCulture)));

    public void Dispose() => root.Delete(recursive: true);

    /// <summary>A folder of one measurement, removed with it.</summary>
    internal sealed class Fresh(DirectoryInfo folder) : IDisposable
    {
        public string Path => folder.FullName;

        public void Dispose() => folder.Delete(recursive: true);
    }
}
