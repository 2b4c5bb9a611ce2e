using System.Globalization;
using System.Security.Cryptography;

namespace ClusterActors.Storage.Backups;

/// <summary>
/// One backup: files and their manifest, which is written last. Until then the folder has another name, so that what was broken
/// off never passes for a backup.
/// </summary>
public sealed class BackupFolder
{
    public const string ManifestName = "manifest.json";
    private const string Unfinished = ".unfinished";
    private const UnixFileMode OwnerReads = UnixFileMode.UserRead;

    private BackupFolder(string path) => Path = path;

    public string Path { get; private set; }

    public string Name => System.IO.Path.GetFileName(Path);

    public static bool IsOne(string path) => File.Exists(System.IO.Path.Combine(path, ManifestName));

    public string At(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>A new one among others in <paramref name="parent"/>, named by its time so that they sort by it.</summary>
    public static BackupFolder Begin(string parent, DateTimeOffset at)
    {
        var name = at.UtcDateTime.ToString("'backup-'yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        Directory.CreateDirectory(parent);
        var path = System.IO.Path.Combine(System.IO.Path.GetFullPath(parent), name + Unfinished);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new(path);
    }

    /// <summary>The backup in this folder, or the newest of those in it.</summary>
    /// <exception cref="BackupException"><c>backup_incomplete</c></exception>
    public static BackupFolder Newest(string path)
    {
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        if (IsOne(full))
            return new(full);
        var newest = !Directory.Exists(full) ? null : Directory.GetDirectories(full, "backup-*")
            .Where(folder => IsOne(folder) && !folder.EndsWith(Unfinished, StringComparison.Ordinal))
            .Max(StringComparer.Ordinal);
        return newest is null ? throw new BackupException(BackupException.Incomplete, $"There is no backup with a manifest in {path}.") : new(newest);
    }

    /// <summary>Makes it a backup.</summary>
    public void Finish(BackupManifest manifest)
    {
        using (var file = new FileStream(At(ManifestName), FileMode.CreateNew, FileAccess.Write))
        {
            file.Write(manifest.Write());
            file.Flush(flushToDisk: true);
        }

        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.GetFiles(Path))
                File.SetUnixFileMode(file, OwnerReads);
        }

        var finished = Path[..^Unfinished.Length];
        Directory.Move(Path, finished);
        Path = finished;
    }

    /// <summary>Removes what was begun and cannot be finished.</summary>
    public void Abandon() => Directory.Delete(Path, recursive: true);

    /// <summary>Reads every file to the end.</summary>
    /// <exception cref="BackupException"><c>backup_incomplete</c>, <c>backup_damaged</c>, <c>backup_too_new</c></exception>
    public async Task<BackupManifest> CheckAsync(CancellationToken cancel = default)
    {
        var manifest = BackupManifest.Read(await File.ReadAllBytesAsync(At(ManifestName), cancel));
        if (manifest.Files.FirstOrDefault(file => System.IO.Path.GetFileName(file.Name) != file.Name) is { } elsewhere)
            throw new BackupException(BackupException.Damaged, $"{Name} names a file that is not in it: {elsewhere.Name}.");
        if (manifest.Files.Count == 0)
            throw new BackupException(BackupException.Damaged, $"{Name} names no file.");
        foreach (var file in manifest.Files)
        {
            if (!File.Exists(At(file.Name)))
                throw new BackupException(BackupException.Incomplete, $"{Name} lacks its file {file.Name}.");
            if (await DescribeAsync(file.Name, file.Columns, cancel) is var found && (found.Bytes != file.Bytes || found.Sha256 != file.Sha256))
                throw new BackupException(BackupException.Damaged, $"{file.Name} of {Name} is not as it was written.");
        }

        return manifest;
    }

    public async Task<BackupFile> DescribeAsync(string name, IReadOnlyList<string>? columns = null, CancellationToken cancel = default)
    {
        await using var content = File.OpenRead(At(name));
        return new(name, content.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)), columns);
    }
}
