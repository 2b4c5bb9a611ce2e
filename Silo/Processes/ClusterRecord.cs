using System.Text.Json;

namespace ClusterActors.Silo.Processes;

/// <summary>Which processes a cluster has, in a file of its data folder: for whoever comes after a supervisor that was killed.</summary>
/// <param name="Boot">Under which start of the machine it was written.</param>
internal sealed record ClusterRecord(string Boot, IReadOnlyList<ClusterRecord.Entry> Processes)
{
    private const string FileName = "cluster.json";

    /// <param name="Stop">The signal that asks it to end in order.</param>
    public sealed record Entry(string Name, ProcessMark Mark, Signal Stop);

    /// <summary>Those of the record that still run.</summary>
    public static IReadOnlyList<Entry> AliveIn(string folder)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) && JsonSerializer.Deserialize<ClusterRecord>(File.ReadAllText(file)) is { } record && record.Boot == ProcessMark.Boot
            ? [.. record.Processes.Where(process => process.Mark.IsAlive)]
            : [];
    }

    public static void Write(string folder, IEnumerable<Entry> processes)
    {
        var file = Path.Combine(folder, FileName);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(new ClusterRecord(ProcessMark.Boot, [.. processes])));
        File.Move(file + ".new", file, overwrite: true);
    }

    public static void Remove(string folder) => File.Delete(Path.Combine(folder, FileName));
}
