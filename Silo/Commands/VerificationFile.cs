using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClusterActors.Journal;

namespace ClusterActors.Silo.Commands;

/// <summary>
/// Where a verification is kept while it runs, so that it can go on after it was stopped, in whichever way. The line behind the
/// state is its SHA-256: it finds a torn file, not somebody who writes another one.
/// </summary>
internal sealed class VerificationFile(string path)
{
    /// <param name="Since">When the first of the runs began.</param>
    internal sealed record Kept(DateTimeOffset Since, VerificationState State);

    /// <returns>Null when there is none: then a run begins.</returns>
    /// <exception cref="FormatException">It is not as it was written.</exception>
    public Kept? Read()
    {
        if (!File.Exists(path))
            return null;
        var written = File.ReadAllBytes(path).AsSpan();
        var end = written.LastIndexOf((byte)'\n');
        if (end < 0 || !written[(end + 1)..].SequenceEqual(Seal(written[..end])))
            throw new FormatException($"'{path}' is no state of a verification, or is damaged; without it verification begins anew.");
        return JsonSerializer.Deserialize<Kept>(written[..end]);
    }

    public void Write(Kept kept)
    {
        var state = JsonSerializer.SerializeToUtf8Bytes(kept);
        using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write))
        {
            file.Write([.. state, (byte)'\n', .. Seal(state)]);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    public void Remove() => File.Delete(path);

    private static byte[] Seal(ReadOnlySpan<byte> state) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(state)));
}
