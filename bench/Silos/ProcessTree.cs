using System.Globalization;

namespace ClusterActors.Bench.Silos;

/// <summary>A process with all that it has started, as <c>/proc</c> shows them.</summary>
internal static class ProcessTree
{
    // The kernel's clock tick as user space sees it, whatever the kernel's own is.
    private const double TicksPerSecond = 100;

    // Numbers of the fields of /proc/…/stat behind the name, which is in brackets and can hold anything.
    private const int Parent = 1;
    private const int OwnUser = 11;
    private const int OwnSystem = 12;
    private const int EndedUser = 13;
    private const int EndedSystem = 14;

    /// <summary>The processor time that it has taken so far; children that have ended count to their parent.</summary>
    public static TimeSpan ProcessorTime(int root)
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Fields: FieldsOf(id)))
            .Where(process => process.Fields.Length > EndedSystem)
            .ToList();
        var children = all.ToLookup(process => process.Fields[Parent], process => process.Id);
        var fields = all.ToDictionary(process => process.Id, process => process.Fields);
        return TimeSpan.FromSeconds(Ticks(root) / TicksPerSecond);

        long Ticks(int id) => fields.TryGetValue(id, out var of)
            ? of[OwnUser] + of[OwnSystem] + of[EndedUser] + of[EndedSystem] + children[id].Sum(Ticks)
            : 0;
    }

    private static long[] FieldsOf(int process)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return [.. stat[(stat.LastIndexOf(')') + 2)..].Split(' ').Select(field => long.TryParse(field, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return [];
        }
    }
}
