using System.Globalization;

namespace ClusterActors.Silo.Processes;

/// <summary>Where this machine keeps PostgreSQL's programs: the newest under Debian's folder, else the first in the path.</summary>
internal static class PostgresBinaries
{
    private const string DebianFolder = "/usr/lib/postgresql";

    /// <exception cref="ClusterException"><c>postgres_missing</c></exception>
    public static string Folder() => Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")))
        ?? throw new ClusterException(
            "postgres_missing",
            $"A cluster keeps its journal in a PostgreSQL of its own, and PostgreSQL's programs (initdb, postgres; 15 or later) are neither under {DebianFolder} nor in the path. On Debian: apt-get install postgresql");

    private static IEnumerable<string> Candidates()
    {
        var debian = Directory.Exists(DebianFolder) ? Directory.GetDirectories(DebianFolder) : [];
        return debian
            .Select(folder => (Folder: folder, Version: int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0))
            .OrderByDescending(one => one.Version)
            .Select(one => Path.Combine(one.Folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));
    }
}
