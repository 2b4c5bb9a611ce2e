namespace ClusterActors.Silo.Archives;

/// <summary>Names of files in an archive.</summary>
internal static class ArchiveFiles
{
    public const string Readme = "README.txt";
    public const string Index = "index.html";
    public const string Regulation = "regulation.json";
    public const string Entries = "journal/entries.jsonl";
    public const string Heads = "journal/heads.jsonl";
    public const string Manifest = "manifest.json";

    public static string Of(Table table) => $"tables/{table.Name}.csv";
}
