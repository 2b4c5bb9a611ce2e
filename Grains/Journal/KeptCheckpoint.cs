using System.Globalization;
using System.Text.RegularExpressions;

namespace ClusterActors.Journal;

/// <summary>
/// A checkpoint's root as somebody keeps it outside of the store, on paper or in another system: who holds a later one than a
/// journal has, knows that the journal was put back.
/// </summary>
public sealed partial record KeptCheckpoint(long Number, byte[] Root)
{
    /// <summary>Those that a text tells, in its order: <c>ROOT@NUMBER</c>, or the line that verification and the server's log write.</summary>
    public static IEnumerable<KeptCheckpoint> In(string text) => Written().Matches(text).Select(match => new KeptCheckpoint(
        long.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture),
        Convert.FromHexString(match.Groups["root"].ValueSpan)));

    [GeneratedRegex(@"\b(?<root>[0-9a-fA-F]{64})@(?<number>[0-9]{1,18})\b|\bCheckpoint (?<number>[0-9]{1,18}) at position [0-9]+: (?<root>[0-9a-fA-F]{64})\b")]
    private static partial Regex Written();
}
