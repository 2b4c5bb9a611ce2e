using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClusterActors.Silo.Archives;

namespace ClusterActors.Tests.Archives;

/// <summary>Archives as somebody would change them who knows how they are made.</summary>
internal static class Forgery
{
    public static Dictionary<string, byte[]> Unpack(MemoryStream archive)
    {
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var file = entry.Open();
            file.CopyTo(content);
            return content.ToArray();
        });
    }

    /// <summary>One file's text is changed, and the manifest made to agree with it.</summary>
    public static MemoryStream Change(MemoryStream archive, string name, Func<string, string> change, Action<JsonNode>? manifest = null)
    {
        var files = Unpack(archive);
        files[name] = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(files[name])));
        var told = JsonNode.Parse(files[ArchiveFiles.Manifest])!;
        foreach (var file in told["files"]!.AsArray())
            file!["sha256"] = Convert.ToHexStringLower(SHA256.HashData(files[(string)file["name"]!]));
        manifest?.Invoke(told);
        files[ArchiveFiles.Manifest] = Encoding.UTF8.GetBytes(told.ToJsonString());

        var forged = new MemoryStream();
        using (var zip = new ZipArchive(forged, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var file = zip.CreateEntry(path, CompressionLevel.NoCompression).Open();
                file.Write(content);
            }
        }

        forged.Position = 0;
        return forged;
    }
}
