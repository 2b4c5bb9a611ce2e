using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ClusterActors.Journal;

/// <summary>Hash chains of streams and the Merkle root over their heads; all hashes are SHA-256, 32 bytes.</summary>
public static class Chain
{
    public static byte[] Start { get; } = new byte[32];

    /// <summary>The hash of an event: every field length-prefixed, so that no two events share their bytes.</summary>
    public static byte[] Link(
        string stream, long version, string type, ReadOnlySpan<byte> payload, string actor, string operationId, DateTimeOffset recordedAt, ReadOnlySpan<byte> previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, stream);
        Add(hash, version);
        Add(hash, type);
        Add(hash, payload);
        Add(hash, actor);
        Add(hash, operationId);
        Add(hash, recordedAt.ToUnixTimeMilliseconds());
        Add(hash, previous);
        return hash.GetHashAndReset();
    }

    /// <summary>Whether the event's own hash is right and joins on to <paramref name="previous"/>.</summary>
    public static bool Holds(JournalEvent e, long version, ReadOnlySpan<byte> previous) =>
        e.Version == version
        && previous.SequenceEqual(e.PreviousHash)
        && Link(e.Stream, e.Version, e.Type, e.Payload, e.Actor, e.OperationId, e.RecordedAt, e.PreviousHash).AsSpan().SequenceEqual(e.Hash);

    /// <summary>
    /// The root over stream heads in ordinal order of their names, joined to the checkpoint before: leaves are
    /// H(0, stream, version, hash), nodes H(1, left, right), an odd node goes up as it is; the root is H(2, tree, position, previous).
    /// </summary>
    public static byte[] Root(IEnumerable<(string Stream, long Version, byte[] Hash)> headsInOrder, long position, ReadOnlySpan<byte> previous)
    {
        var level = headsInOrder.Select(head => Leaf(head.Stream, head.Version, head.Hash)).ToList();
        while (level.Count > 1)
        {
            var above = new List<byte[]>((level.Count + 1) / 2);
            for (var i = 0; i < level.Count; i += 2)
                above.Add(i + 1 < level.Count ? SHA256.HashData([1, .. level[i], .. level[i + 1]]) : level[i]);
            level = above;
        }

        using var root = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        root.AppendData([2]);
        root.AppendData(level.Count == 0 ? Start : level[0]);
        Add(root, position);
        Add(root, previous);
        return root.GetHashAndReset();
    }

    private static byte[] Leaf(string stream, long version, byte[] head)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        Add(hash, stream);
        Add(hash, version);
        Add(hash, head);
        return hash.GetHashAndReset();
    }

    internal static void Add(IncrementalHash hash, string text) => Add(hash, Encoding.UTF8.GetBytes(text));

    internal static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    internal static void Add(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Add(hash, bytes.Length);
        hash.AppendData(bytes);
    }
}
