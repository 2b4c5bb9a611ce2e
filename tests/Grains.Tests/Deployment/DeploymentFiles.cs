using System.Text.RegularExpressions;
using ClusterActors.Tests.Architecture;

namespace ClusterActors.Tests.Deployment;

/// <summary>The files in <c>ops/</c> that start this program elsewhere, and the command lines that they give it.</summary>
internal static partial class DeploymentFiles
{
    private static readonly string Folder = Repository.PathOf("ops");

    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    public static IEnumerable<string> Units => Directory.EnumerateFiles(PathOf("systemd")).Order(StringComparer.Ordinal);

    /// <summary>Every start of the program: the file that has it, and its arguments.</summary>
    public static IEnumerable<(string File, string[] Arguments)> Starts =>
        new[] { "systemd", "compose", "kubernetes" }
            .SelectMany(folder => Directory.EnumerateFiles(PathOf(folder)))
            .Order(StringComparer.Ordinal)
            .SelectMany(path => StartsIn(Filled(File.ReadAllText(path))).Select(arguments => (Path.GetRelativePath(Folder, path), arguments)));

    // What the place fills in at the start.
    private static string Filled(string text) => Variable().Replace(text, variable => variable.Value switch
    {
        var address when address.Contains("ADDRESS", StringComparison.Ordinal) || address.Contains("hostname", StringComparison.Ordinal) => "192.0.2.1",
        var store when store.Contains("STORE", StringComparison.Ordinal) => "postgres://somebody@192.0.2.2:5432/clusteractors",
        _ => "/somewhere",
    });

    private static IEnumerable<string[]> StartsIn(string text) =>
        Shell().Matches(text).Select(m => m.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Concat(List().Matches(text).Select(m => Item().Matches(m.Groups[1].Value).Select(item => item.Value.Trim('"')).ToArray()));

    [GeneratedRegex("""\$\$?\([^)]*\)|\$\{[^}]*\}""")]
    private static partial Regex Variable();

    // ExecStart=… Silo.dll verb …, and sh -c "… Silo.dll verb …"
    [GeneratedRegex("""Silo\.dll ([^"\]\n]+)""")]
    private static partial Regex Shell();

    // args: [verb, …] and command: [verb, …]
    [GeneratedRegex("""(?:args|command): \[([^\]]+)\]""")]
    private static partial Regex List();

    [GeneratedRegex(""" "[^"]*" | [^,\s"]+ """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Item();
}
