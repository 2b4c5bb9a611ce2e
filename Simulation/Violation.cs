using System.Globalization;
using System.Text;
using ClusterActors.Journal;

namespace ClusterActors.Simulation;

/// <summary>An invariant that did not hold, or a fault of the program that a simulation has found.</summary>
internal sealed class ViolationException(string message) : Exception(message);

/// <param name="Seed">Gives the same run again, with <paramref name="Excerpt"/>.</param>
/// <param name="Step">Turns that had run when it was found.</param>
/// <param name="Streams">Those that it speaks of.</param>
/// <param name="Trail">The last entries that they had in the journal, the oldest first.</param>
public sealed record Violation(ulong Seed, Excerpt Excerpt, long Step, string Message, EquatableList<string> Streams, EquatableList<string> Trail)
{
    private const int Longest = 160;

    /// <summary>Which law was broken, without the particulars of the case: an invariant with its number, or the fault's type.</summary>
    public string Law => Message[..(Message.IndexOfAny(['(', ':']) is var end and >= 0 ? end : Message.Length)].TrimEnd();

    /// <summary>What to type to see it again.</summary>
    public string Command => string.Create(CultureInfo.InvariantCulture, $"./run simulate --seed {Seed}{Excerpt}");

    /// <summary>An entry as one line; what was said is cut where it is long.</summary>
    internal static string Line(JournalEvent e)
    {
        var said = Encoding.UTF8.GetString(e.Payload);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{e.RecordedAt:yyyy-MM-dd HH:mm:ss.fff} {e.Stream} {e.Version} {e.Type} by {e.Actor} ({e.OperationId}) {(said.Length <= Longest ? said : said[..Longest] + "…")}");
    }

    public override string ToString() => string.Join('\n', (string[])
    [
        string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, step {Step}: {Message}"),
        .. Streams.Count == 0 ? Array.Empty<string>() : [$"streams: {string.Join(", ", Streams)}"],
        .. Trail.Select(line => $"  {line}"),
        $"again with: {Command}",
    ]);
}
