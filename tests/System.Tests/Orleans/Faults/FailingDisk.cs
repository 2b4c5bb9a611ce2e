using System.ComponentModel;
using System.Globalization;
using ClusterActors.Tests.Postgres;

namespace ClusterActors.Tests.Faults;

/// <summary>
/// A disk that can be full, fail to keep what it has taken, or go read-only: ext4 in a file that lies on a small file system in
/// memory. Only root can have one.
/// </summary>
internal sealed class FailingDisk : IAsyncDisposable
{
    private const int Megabytes = 320;

    // Less than the disk says it has, so that it can run out below.
    private const int Below = 300;

    // Not while the type is being initialized: what it awaits would wait for that.
    private static readonly Lazy<string?> Reason = new(TryMake);

    private readonly SmallDisk below;
    private string device = "";

    private FailingDisk(SmallDisk below) => this.below = below;

    /// <summary>Null where this process may have one.</summary>
    public static string? SkipReason => Reason.Value;

    /// <summary>Nobody's, as the server is.</summary>
    public string Folder => Path.Combine(Mounted, "disk");

    private string Mounted => Path.Combine(below.Folder, "mounted");

    private string Image => Path.Combine(below.Folder, "image");

    private string Filler => Path.Combine(below.Folder, "filler");

    private string Ballast => Path.Combine(Mounted, "ballast");

    public static async Task<FailingDisk> MakeAsync()
    {
        var disk = new FailingDisk(await SmallDisk.MountAsync(Below));
        try
        {
            // The server comes through here as nobody.
            await OwnProcess.RunAsync("chmod", "711", disk.below.Folder);
            await OwnProcess.RunAsync("truncate", "-s", string.Create(CultureInfo.InvariantCulture, $"{Megabytes}M"), disk.Image);
            await OwnProcess.RunAsync("mkfs.ext4", "-q", "-F", disk.Image);
            Directory.CreateDirectory(disk.Mounted);
            await disk.MountAsync();
            Directory.CreateDirectory(disk.Folder);
            Directory.CreateDirectory(disk.Ballast);
            Directory.CreateDirectory(disk.Filler);
            await OwnProcess.RunAsync("chown", "nobody:nogroup", disk.Folder);
            return disk;
        }
        catch
        {
            await disk.DisposeAsync();
            throw;
        }
    }

    /// <summary>No more can be written: ENOSPC.</summary>
    public Task FillAsync() => FillAsync(Mounted, Ballast);

    /// <summary>What is written is taken, and a flush of it fails.</summary>
    public Task TearAsync() => FillAsync(below.Folder, Filler);

    /// <summary>The file system has found itself damaged: from now on it can only be read.</summary>
    public Task FreezeAsync() => File.WriteAllTextAsync($"/sys/fs/ext4/{Path.GetFileName(device)}/trigger_fs_error", "1");

    /// <summary>Room again, checked, mounted anew. Nobody may work on it meanwhile.</summary>
    public async Task MendAsync()
    {
        Empty(Filler);
        await OwnProcess.RunAsync("umount", Mounted);
        await OwnProcess.RunAsync("sh", "-c", "e2fsck -fy \"$0\" || [ $? -eq 1 ]", Image);
        await MountAsync();
        Empty(Ballast);
    }

    public async ValueTask DisposeAsync()
    {
        if (device.Length > 0)
            await OwnProcess.RunAsync("umount", "-l", Mounted);
        await below.DisposeAsync();
    }

    // Half of what is left, and again: somebody else writes there, too.
    private static Task<string> FillAsync(string disk, string folder) => OwnProcess.RunAsync(
        "sh", "-c", "i=0; while left=$(df --output=avail -B1 \"$0\" | tail -1); [ $left -gt 65536 ]; do fallocate -l $((left / 2)) \"$1/$i\" || break; i=$((i + 1)); done", disk, folder);

    private static void Empty(string folder)
    {
        foreach (var file in Directory.GetFiles(folder))
            File.Delete(file);
    }

    private async Task MountAsync()
    {
        await OwnProcess.RunAsync("mount", "-o", "loop,errors=remount-ro", Image, Mounted);
        device = (await OwnProcess.RunAsync("findmnt", "-no", "SOURCE", Mounted)).Trim();
    }

    private static string? TryMake()
    {
        if (SmallDisk.SkipReason is { } reason)
            return reason;
        try
        {
            MakeAsync().GetAwaiter().GetResult().DisposeAsync().AsTask().GetAwaiter().GetResult();
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return "a disk in a file cannot be mounted here (mkfs.ext4, loop)";
        }
    }
}
