using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ClusterActors.Campaigns;

/// <summary>Draws that anyone can replay from a committed seed. Input order does not matter: schools are put in ordinal order first.</summary>
public static class Draw
{
    /// <summary>A lot's order among equals: the lowest hash of seed, purpose and code comes first.</summary>
    public static string[] Shuffle(IEnumerable<string> schools, ReadOnlyMemory<byte> seed, string purpose) =>
        [.. schools.Distinct().Order(StringComparer.Ordinal).OrderBy(school => Lot(seed, purpose, school), LotOrder)];

    private static readonly Comparer<byte[]> LotOrder = Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y));

    private static byte[] Lot(ReadOnlyMemory<byte> seed, string purpose, string school)
    {
        byte[] what = Encoding.UTF8.GetBytes($"{purpose}\n{school}");
        var bytes = new byte[sizeof(int) + seed.Length + what.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, seed.Length);
        seed.Span.CopyTo(bytes.AsSpan(sizeof(int)));
        what.CopyTo(bytes, sizeof(int) + seed.Length);
        return SHA256.HashData(bytes);
    }
}
