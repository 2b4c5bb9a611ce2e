using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests.Archives;

/// <summary>The hashes as the archive's README.txt tells them to somebody who has nothing of this program.</summary>
internal static class Recipe
{
    public static string Hash(JsonNode entry) => Hex(SHA256.HashData((byte[])
    [
        .. Text(entry["stream"]), .. Integer((long)entry["version"]!), .. Text(entry["type"]), .. Text(entry["payload"]), .. Text(entry["actor"]), .. Text(entry["operationId"]),
        .. Integer((long)entry["recordedAt"]!), .. Sized(Convert.FromHexString((string)entry["previousHash"]!)),
    ]));

    public static string Root(IEnumerable<JsonNode> heads, long position, string previous)
    {
        var level = heads.Select(head => SHA256.HashData((byte[])[0, .. Text(head["stream"]), .. Integer((long)head["version"]!), .. Sized(Convert.FromHexString((string)head["hash"]!))])).ToList();
        while (level.Count > 1)
            level = [.. level.Chunk(2).Select(pair => pair is [var left, var right] ? SHA256.HashData((byte[])[1, .. left, .. right]) : pair[0])];
        return Hex(SHA256.HashData((byte[])[2, .. level[0], .. Integer(position), .. Sized(Convert.FromHexString(previous))]));
    }

    private static byte[] Text(JsonNode? text) => Sized(Encoding.UTF8.GetBytes((string)text!));

    private static byte[] Sized(byte[] bytes) => [.. Integer(bytes.Length), .. bytes];

    private static byte[] Integer(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
