using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using ClusterActors.Campaigns;
using ClusterActors.Journal;

namespace ClusterActors.Silo.Archives;

/// <summary>
/// Writes a year as one zip file. The same source gives the same bytes: files have a fixed order and no times, and nothing is
/// compressed, so that no release of a compressor can change them. Entries are written as they are read.
/// </summary>
internal sealed class ArchiveWriter : IDisposable
{
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A regular file that everybody can read, in the upper half where Unix keeps it.
    private const int Readable = unchecked((int)0x81A40000);

    private readonly ZipArchive zip;
    private readonly List<ArchivedFile> files = [];

    private ArchiveWriter(Stream file) => zip = new(file, ZipArchiveMode.Create, leaveOpen: true);

    /// <param name="file">Can seek: sizes are written in front of what they are sizes of.</param>
    /// <exception cref="JournalException">The store cannot answer, or holds events of another release.</exception>
    /// <exception cref="FormatException">The source does not tell the year.</exception>
    public static async Task WriteAsync(IArchiveSource source, Stream file, CancellationToken cancel)
    {
        using var writer = new ArchiveWriter(file);
        await writer.WriteAsync(source, cancel);
    }

    public void Dispose() => zip.Dispose();

    private async Task WriteAsync(IArchiveSource source, CancellationToken cancel)
    {
        var (cut, year) = (source.Cut, new ArchivedYear(source.Cut.Year));
        await AddAsync(ArchiveFiles.Readme, async file =>
        {
            await using var readme = Assembly.GetExecutingAssembly().GetManifestResourceStream("archive-readme")!;
            await readme.CopyToAsync(file, cancel);
        });
        await AddAsync(ArchiveFiles.Entries, async file =>
        {
            await foreach (var e in source.ReadAsync(cancel))
            {
                await WriteLineAsync(file, ArchivedEntry.Of(e), cancel);
                year.Follow(e);
            }
        });
        if (year.Campaign.Phase != Phase.Closed)
            throw new FormatException("The entries do not tell a closed year.");
        await AddAsync(ArchiveFiles.Heads, async file =>
        {
            foreach (var head in cut.Heads)
                await WriteLineAsync(file, ArchivedHead.Of(head), cancel);
        });
        await AddAsync(ArchiveFiles.Regulation, file => WriteLineAsync(file, year.Regulation, cancel));
        var tables = YearTables.Of(year);
        foreach (var table in tables)
            await AddAsync(ArchiveFiles.Of(table), file => Csv.WriteAsync(table, file));
        await AddAsync(ArchiveFiles.Index, file => ArchivePage.WriteAsync(year, cut, tables, file));

        var schools = ArchiveCut.SchoolsOf(year.Campaign).ToEquatableList();
        var manifest = new ArchiveManifest(ArchiveManifest.CurrentFormat, cut.Year.Cluster, cut.Year.Year, schools, ArchivedCheckpoint.Of(cut.Checkpoint), [.. files]);
        await AddAsync(ArchiveFiles.Manifest, file => WriteLineAsync(file, manifest, cancel));
    }

    private async Task AddAsync(string name, Func<Stream, Task> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        (entry.LastWriteTime, entry.ExternalAttributes) = (Timeless, Readable);
        using var hash = SHA256.Create();
        await using (var content = entry.Open())
        await using (var hashed = new CryptoStream(content, hash, CryptoStreamMode.Write))
            await write(hashed);
        files.Add(new(name, Convert.ToHexStringLower(hash.Hash!)));
    }

    private static async Task WriteLineAsync<T>(Stream file, T value, CancellationToken cancel)
    {
        await file.WriteAsync(CanonicalJson.Write(value), cancel);
        await file.WriteAsync("\n"u8.ToArray(), cancel);
    }
}
