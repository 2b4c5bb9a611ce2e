using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ClusterActors.Journal;

/// <summary>
/// A stream's state as it was at one version, in the bytes that are kept:
/// <code>
///   seal 32 | version 8 | hash of the event with that version 32 | state …
/// </code>
/// The seal is the SHA-256 over shape, stream and all that follows it. So a flipped bit, another stream's snapshot and one of
/// another release are all alike: no snapshot.
/// </summary>
internal sealed record Snapshot(long Version, byte[] Hash, byte[] State)
{
    private const int SealEnd = SHA256.HashSizeInBytes;
    private const int VersionEnd = SealEnd + sizeof(long);
    private const int HashEnd = VersionEnd + SHA256.HashSizeInBytes;

    public byte[] Sealed(string stream, string shape)
    {
        var bytes = new byte[HashEnd + State.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(SealEnd), Version);
        Hash.CopyTo(bytes.AsSpan(VersionEnd));
        State.CopyTo(bytes.AsSpan(HashEnd));
        Seal(stream, shape, bytes).CopyTo(bytes.AsSpan());
        return bytes;
    }

    /// <summary>Null where the seal is not that of this stream and shape.</summary>
    public static Snapshot? Open(string stream, string shape, byte[] bytes) =>
        bytes.Length >= HashEnd && Seal(stream, shape, bytes).AsSpan().SequenceEqual(bytes.AsSpan(0, SealEnd))
            ? new(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(SealEnd)), bytes[VersionEnd..HashEnd], bytes[HashEnd..])
            : null;

    private static byte[] Seal(string stream, string shape, byte[] bytes)
    {
        using var seal = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Chain.Add(seal, shape);
        Chain.Add(seal, stream);
        Chain.Add(seal, bytes.AsSpan(SealEnd));
        return seal.GetHashAndReset();
    }
}
