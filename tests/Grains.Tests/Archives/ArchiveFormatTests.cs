using System.Security.Cryptography;
using ClusterActors.Silo.Archives;
using ClusterActors.Tests.Architecture;

namespace ClusterActors.Tests.Archives;

/// <summary>
/// The entries of a year as a release has recorded them, and what each file of its archive hashes to. The number of the format rises with
/// every change of what is written: otherwise an archive of yesterday would be told to be forged.
/// </summary>
public sealed class ArchiveFormatTests
{
    private static readonly string Hashes = Golden($"archive-{ArchiveManifest.CurrentFormat}.sha256");

    [Fact]
    public async Task the_same_entries_give_the_same_files_as_long_as_the_format_has_the_same_number()
    {
        var journal = ClosedYear.Recorded(await File.ReadAllLinesAsync(Golden("archive-entries.jsonl")));
        var written = Forgery.Unpack(await journal.ArchiveAsync()).Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(file.Value))}  {file.Key}").ToList();
        var frozen = File.Exists(Hashes) ? await File.ReadAllLinesAsync(Hashes) : [];
        var differ = written.Except(frozen).Concat(frozen.Except(written)).Select(line => line.Split("  ")[1]).Distinct();
        Assert.True(
            written.SequenceEqual(frozen),
            $"Archives of format {ArchiveManifest.CurrentFormat} are written otherwise: {string.Join(", ", differ)}. Raise {nameof(ArchiveManifest)}.{nameof(ArchiveManifest.CurrentFormat)}, and freeze beside the older ones what that writes:\n{string.Join('\n', written)}");
    }

    private static string Golden(string name) => Repository.PathOf("tests", "Grains.Tests", "Golden", name);
}
