using System.Text;
using ClusterActors.Simulation;

namespace ClusterActors.Tests.Fuzz;

/// <summary>Makes new inputs of old ones, a few changes at a time.</summary>
internal sealed class Mutation(Chance chance, IReadOnlyList<byte[]> corpus)
{
    private const int MostChanges = 4;
    private const int LongestRun = 64;

    // What parsers stumble over.
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "null", "true", "{}", "[]", "[", "{", "\"", "\\u0000", "\\ud800", "0", "-1", "1e999", "2147483648", "9223372036854775808", "0.1", "99999999999999999999999999999",
            ":", ",", "/", "%00", "%2f", "..", "\r\n", "\0", "\u0301", "e\u0301", "\uFEFF", "\U0001F600", "0000", "9999-12-31", "0001-01-01", "type",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3, 0x28], [.. Enumerable.Repeat((byte)'[', 200)],
    ];

    public byte[] Next()
    {
        var bytes = chance.Of(corpus).ToList();
        for (var changes = chance.Between(1, MostChanges); changes > 0; changes--)
            Change(bytes);
        return [.. bytes];
    }

    private void Change(List<byte> bytes)
    {
        var at = chance.Below(bytes.Count + 1);
        var run = Math.Min(chance.Between(1, LongestRun), bytes.Count - at);
        switch (chance.Below(7))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << chance.Below(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)chance.Below(256);
                break;
            case 2:
                bytes.RemoveRange(at, run);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, run));
                break;
            case 4:
                bytes.RemoveRange(at, Math.Min(run, 4));
                bytes.InsertRange(at, chance.Of(Tokens));
                break;
            case 5:
                var other = chance.Of(corpus);
                var from = chance.Below(other.Length + 1);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(chance.Between(1, LongestRun), other.Length - from)).ToArray());
                break;
            default:
                bytes.InsertRange(at, chance.Of(Tokens));
                break;
        }
    }
}
