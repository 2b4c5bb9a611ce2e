using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using ClusterActors.Journal;

namespace ClusterActors.Silo.Archives;

/// <summary>An archive as a source: from its entries it can be written again.</summary>
internal sealed class ArchiveReader : IArchiveSource, IDisposable
{
    private readonly ZipArchive zip;

    private ArchiveReader(ZipArchive zip, ArchiveManifest manifest, ArchiveCut cut) => (this.zip, Manifest, Cut) = (zip, manifest, cut);

    public ArchiveManifest Manifest { get; }

    public ArchiveCut Cut { get; }

    /// <summary>In the order in which they lie in the file.</summary>
    public IEnumerable<string> Names => zip.Entries.Select(entry => entry.FullName);

    /// <param name="file">Can seek; stays open.</param>
    /// <exception cref="InvalidDataException">It is no archive of a year.</exception>
    public static async Task<ArchiveReader> OpenAsync(Stream file, CancellationToken cancel)
    {
        var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            var manifest = await OnlyLineAsync<ArchiveManifest>(zip, ArchiveFiles.Manifest, cancel);
            var year = new CampaignKey(manifest.Cluster, manifest.Year);
            var heads = new List<StreamHead>();
            await foreach (var head in LinesAsync<ArchivedHead>(zip, ArchiveFiles.Heads, cancel))
                heads.Add(head.Read());
            return new(zip, manifest, new(year, new(year, manifest.Schools), manifest.Checkpoint.Read(), heads));
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    public async IAsyncEnumerable<JournalEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var entry in LinesAsync<ArchivedEntry>(zip, ArchiveFiles.Entries, cancel))
            yield return entry.Read();
    }

    public async Task<string> HashOfAsync(string name, CancellationToken cancel)
    {
        await using var content = Find(zip, name).Open();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
    }

    public void Dispose() => zip.Dispose();

    private static async IAsyncEnumerable<T> LinesAsync<T>(ZipArchive zip, string name, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var content = Find(zip, name).Open();
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        while (await reader.ReadLineAsync(cancel) is { } line)
            yield return CanonicalJson.Read<T>(Encoding.UTF8.GetBytes(line));
    }

    private static async Task<T> OnlyLineAsync<T>(ZipArchive zip, string name, CancellationToken cancel)
    {
        await foreach (var line in LinesAsync<T>(zip, name, cancel))
            return line;
        throw new InvalidDataException($"'{name}' is empty.");
    }

    private static ZipArchiveEntry Find(ZipArchive zip, string name) =>
        zip.GetEntry(name) is { } entry ? entry.CompressedLength == entry.Length ? entry : throw new InvalidDataException($"'{name}' is compressed, which nothing in an archive is.")
        : throw new InvalidDataException($"There is no '{name}' in it: it is no archive of a year.");
}
