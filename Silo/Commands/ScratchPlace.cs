namespace ClusterActors.Silo.Commands;

/// <summary>
/// A place for one restore that is gone with it: a folder, or a database beside the one whose address was given. Its owner holds a
/// lock, which the system drops however the owner ends: by it the next one knows what a killed owner left behind, and removes it.
/// </summary>
internal abstract class ScratchPlace(StoreAddress address) : IAsyncDisposable
{
    protected const string Beginning = "drill_";

    public StoreAddress Address => address;

    /// <param name="within">A folder or a <c>postgres://</c> address; null for a temporary folder.</param>
    public static async Task<ScratchPlace> MakeAsync(string? within)
    {
        var name = $"{Beginning}{Guid.NewGuid():N}";
        return within?.Contains("://", StringComparison.Ordinal) is true
            ? await ScratchDatabase.MakeAsync(within, name)
            : ScratchFolder.Make(Path.GetFullPath(within ?? Path.GetTempPath()), name);
    }

    public abstract ValueTask DisposeAsync();

    protected static bool IsName(string name) => name.StartsWith(Beginning, StringComparison.Ordinal) && Guid.TryParseExact(name[Beginning.Length..], "N", out _);
}
