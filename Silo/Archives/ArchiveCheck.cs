using ClusterActors.Journal;

namespace ClusterActors.Silo.Archives;

/// <summary>
/// Holds an archive against itself: its files against the manifest, its entries against their chains, their heads against the checkpoint's
/// root, and the whole against what is written anew from the entries. Whether that root is the journal's only somebody can tell who has kept it.
/// </summary>
internal static class ArchiveCheck
{
    /// <param name="file">Can seek.</param>
    /// <param name="kept">Checkpoints that somebody keeps elsewhere: the archive's must be among them, where there are any.</param>
    /// <returns>What is wrong; nothing if it is sound.</returns>
    public static async Task<IReadOnlyList<ArchiveFinding>> RunAsync(Stream file, IReadOnlyList<KeptCheckpoint> kept, CancellationToken cancel)
    {
        try
        {
            using var archive = await ArchiveReader.OpenAsync(file, cancel);
            var findings = await FilesAsync(archive, cancel);
            if (findings.Count == 0)
                findings = await ChainsAsync(archive, cancel);
            if (findings.Count == 0)
                findings = Checkpoint(archive.Cut, kept);
            if (findings.Count == 0)
                findings = await AnewAsync(archive, file, cancel);
            return findings;
        }
        // Damage shows itself in any way; none of them is a fault of this program. A disk that fails or is full is no damage of the archive.
        catch (Exception wrong) when (wrong is not OperationCanceledException and (not IOException or EndOfStreamException))
        {
            return [new(ArchiveFinding.Unreadable, wrong.Message)];
        }
    }

    private static async Task<List<ArchiveFinding>> FilesAsync(ArchiveReader archive, CancellationToken cancel)
    {
        var findings = new List<ArchiveFinding>();
        var told = archive.Manifest.Files.Select(one => one.Name).Append(ArchiveFiles.Manifest).ToList();
        if (!archive.Names.SequenceEqual(told))
            findings.AddRange(archive.Names.Except(told).Concat(told.Except(archive.Names)).DefaultIfEmpty(ArchiveFiles.Manifest).Select(name => new ArchiveFinding(ArchiveFinding.FileChanged, name)));
        else
        {
            foreach (var one in archive.Manifest.Files)
            {
                if (await archive.HashOfAsync(one.Name, cancel) != one.Sha256)
                    findings.Add(new(ArchiveFinding.FileChanged, one.Name));
            }
        }

        return findings;
    }

    private static async Task<List<ArchiveFinding>> ChainsAsync(ArchiveReader archive, CancellationToken cancel)
    {
        var findings = new List<ArchiveFinding>();
        var heads = new Dictionary<string, StreamHead>(StringComparer.Ordinal);
        var position = 0L;
        await foreach (var e in archive.ReadAsync(cancel))
        {
            var head = heads.GetValueOrDefault(e.Stream);
            if (!Chain.Holds(e, (head?.Version ?? 0) + 1, head?.Hash ?? Chain.Start))
                findings.Add(new(Finding.EventBroken, $"{e.Stream} version {e.Version}"));
            if (e.Position <= position || e.Position > archive.Cut.Checkpoint.Position || !archive.Cut.Scope.Concerns(e.Stream))
                findings.Add(new(Finding.PositionBroken, $"position {e.Position}"));
            heads[e.Stream] = new(e.Stream, e.Version, e.Hash);
            position = e.Position;
        }

        foreach (var head in archive.Cut.Heads.Where(head => archive.Cut.Scope.Concerns(head.Stream)))
        {
            if (!heads.Remove(head.Stream, out var read) || read.Version != head.Version || !read.Hash.AsSpan().SequenceEqual(head.Hash))
                findings.Add(new(Finding.HeadBroken, head.Stream));
        }

        findings.AddRange(heads.Keys.Order(StringComparer.Ordinal).Select(stream => new ArchiveFinding(Finding.HeadBroken, stream)));
        return findings;
    }

    private static List<ArchiveFinding> Checkpoint(ArchiveCut cut, IReadOnlyList<KeptCheckpoint> kept)
    {
        var checkpoint = cut.Checkpoint;
        if (!cut.Holds())
            return [new(Finding.CheckpointBroken, $"checkpoint {checkpoint.Number}")];
        return kept.Count > 0 && !kept.Any(one => one.Number == checkpoint.Number && one.Root.AsSpan().SequenceEqual(checkpoint.Root))
            ? [new(Finding.CheckpointForgotten, $"checkpoint {checkpoint.Number}")]
            : [];
    }

    private static async Task<List<ArchiveFinding>> AnewAsync(ArchiveReader archive, Stream file, CancellationToken cancel)
    {
        if (archive.Manifest.Format != ArchiveManifest.CurrentFormat)
            return [new(ArchiveFinding.OtherFormat, $"format {archive.Manifest.Format}")];
        await using var again = ScratchFile.Create();
        await ArchiveWriter.WriteAsync(archive, again, cancel);
        if (await SameAsync(file, again, cancel))
            return [];
        using var other = await ArchiveReader.OpenAsync(again, cancel);
        var differ = archive.Manifest.Files.Except(other.Manifest.Files).Select(one => one.Name).ToList();
        return [.. differ.DefaultIfEmpty("what lies between the files").Select(place => new ArchiveFinding(ArchiveFinding.NotReproduced, place))];
    }

    private static async Task<bool> SameAsync(Stream one, Stream other, CancellationToken cancel)
    {
        if (one.Length != other.Length)
            return false;
        (one.Position, other.Position) = (0, 0);
        var (left, right) = (new byte[1 << 16], new byte[1 << 16]);
        while (true)
        {
            var read = await one.ReadAtLeastAsync(left, left.Length, throwOnEndOfStream: false, cancel);
            if (read == 0)
                return true;
            await other.ReadExactlyAsync(right.AsMemory(0, read), cancel);
            if (!left.AsSpan(0, read).SequenceEqual(right.AsSpan(0, read)))
                return false;
        }
    }
}
