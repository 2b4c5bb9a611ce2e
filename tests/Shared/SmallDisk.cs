using System.ComponentModel;
using System.Globalization;

namespace ClusterActors.Tests.Postgres;

/// <summary>A file system in memory that is soon full, for a server that runs as nobody.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Null where this process may mount one.</summary>
    public static string? SkipReason { get; } = TryMount();

    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("cluster-actors-disk-").FullName;
        try
        {
            await OwnProcess.RunAsync("mount", "-t", "tmpfs", "-o", $"{Size(megabytes)},uid=nobody,gid=nogroup,mode=700", "tmpfs", folder);
        }
        catch
        {
            Directory.Delete(folder);
            throw;
        }

        return new SmallDisk(folder);
    }

    public Task GrowAsync(int megabytes) => OwnProcess.RunAsync("mount", "-o", "remount," + Size(megabytes), Folder);

    /// <summary>The server that works on it may still be running: it is taken out of sight and goes with its last file.</summary>
    public async ValueTask DisposeAsync()
    {
        await OwnProcess.RunAsync("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static string Size(int megabytes) => string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m");

    private static string? TryMount()
    {
        if (Environment.UserName != "root")
            return "a small disk can be mounted by root only";
        try
        {
            MountAsync(1).GetAwaiter().GetResult().DisposeAsync().AsTask().GetAwaiter().GetResult();
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return "a small disk cannot be mounted here";
        }
    }
}

/// <summary>Needs a PostgreSQL server and a disk to fill.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = ServerBinaries.SkipReason ?? SmallDisk.SkipReason;
}
