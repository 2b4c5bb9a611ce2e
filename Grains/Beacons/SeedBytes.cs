using System.Security.Cryptography;

namespace ClusterActors.Beacons;

/// <summary>The bytes that a draw is made from.</summary>
public static class SeedBytes
{
    /// <summary>
    /// SHA-256 over purpose and root, each length-prefixed, the root in its hexadecimal form, and the time of drawing: two draws from one checkpoint have
    /// nothing in common.
    /// </summary>
    public static byte[] For(string purpose, Seed seed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Chain.Add(hash, purpose);
        Chain.Add(hash, seed.Root);
        Chain.Add(hash, seed.DrawnAt);
        return hash.GetHashAndReset();
    }
}
