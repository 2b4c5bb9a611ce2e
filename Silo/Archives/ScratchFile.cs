namespace ClusterActors.Silo.Archives;

/// <summary>A file that its maker alone can read, and that is gone when it is closed.</summary>
internal static class ScratchFile
{
    public static FileStream Create() => new(Path.Combine(Path.GetTempPath(), $"archive-{Guid.NewGuid():N}"), new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });
}
