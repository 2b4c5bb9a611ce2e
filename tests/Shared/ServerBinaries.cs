namespace ClusterActors.Tests.Postgres;

/// <summary>Where this machine keeps a PostgreSQL server: the newest under Debian's folder, else the first in the path.</summary>
internal static class ServerBinaries
{
    private const string DebianFolder = "/usr/lib/postgresql";

    public static string? Folder { get; } = Candidates().FirstOrDefault(folder =>
        File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")));

    public static string? SkipReason => Folder is null ? "no PostgreSQL server binary was found (PATH, /usr/lib/postgresql)" : null;

    private static IEnumerable<string> Candidates()
    {
        var debian = Directory.Exists(DebianFolder) ? Directory.GetDirectories(DebianFolder) : [];
        return debian.Where(folder => int.TryParse(Path.GetFileName(folder), out _))
            .OrderByDescending(folder => int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture))
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));
    }
}
