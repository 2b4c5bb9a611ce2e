using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ClusterActors.Play.Data;

/// <summary>Draws what is invented from what it is about: the same in every run and on every machine.</summary>
internal static class SampleLot
{
    /// <returns>0 to <paramref name="count"/> − 1.</returns>
    public static int Below(int count, string about) =>
        (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(about))) % (uint)count);
}
