using System.Globalization;

namespace ClusterActors.Silo.Processes;

/// <summary>
/// One process and no other: an id alone may have passed to another since it was written down, its start since the machine's does not.
/// </summary>
/// <param name="StartedAt">Clock ticks after the machine's start.</param>
internal readonly record struct ProcessMark(int Id, long StartedAt)
{
    private const int StartField = 22;

    /// <summary>A file of the kernel; other contents after each start of the machine.</summary>
    public static string Boot { get; } = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    public static ProcessMark Own { get; } = Of(Environment.ProcessId) ?? throw new InvalidOperationException("/proc does not know this process.");

    public bool IsAlive => Of(Id) == this;

    /// <returns>Null when there is no such process, or only what its parent has not yet been told of.</returns>
    public static ProcessMark? Of(int id)
    {
        try
        {
            // "id (name) state parent …", and a name can hold anything.
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : new(id, long.Parse(fields[StartField - 3], CultureInfo.InvariantCulture));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Does nothing when the process is gone.</summary>
    public void Signal(Signal signal)
    {
        if (Id > 1 && IsAlive)
            _ = Kernel.Kill(Id, (int)signal);
    }
}
