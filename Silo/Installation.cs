using System.Security.Cryptography;
using System.Text;
using ClusterActors.Academy;

namespace ClusterActors.Silo;

/// <summary>
/// Makes the first official of a new store and writes that person's API key once into the data folder. Every step can be repeated, so
/// a crash in between leaves nothing half done; of several processes that begin at once, each with a folder of its own, one succeeds.
/// </summary>
internal static class Installation
{
    public const string KeyFile = "first-key.txt";
    private const int MarkBytes = 4;
    private const int KeyBytes = 32;

    /// <returns>The file with the first key when this call made it; null when the academy had its officials already.</returns>
    public static async Task<string?> EnsureAsync(string folder, IViews views, IPeople people, IGrainFactory grains)
    {
        var academy = AcademyKey.National.ToString();
        if (await views.FindAsync(academy) is not null)
            return null;

        var file = Path.Combine(folder, KeyFile);
        if (!File.Exists(file))
            WriteWhole(file, $"ca_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes))}\n");
        var key = (await File.ReadAllTextAsync(file)).Trim();

        // Named by the key, so that what another folder has begun and not finished stands in nobody's way.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var person = $"first-official-{Convert.ToHexStringLower(hash.AsSpan(0, MarkBytes))}";
        await people.EnrolAsync(new(person, academy), hash);
        if (await grains.GetGrain<IAcademyGrain>(academy).Tell(new("installation", Actor.System(academy), new AcademyCommand.AppointOfficial(person))) is Answer.Accepted)
            return file;

        // Another process was first; a key that opens nothing must not lie about.
        await people.EraseAsync(person);
        File.Delete(file);
        return null;
    }

    // Readable by its owner alone, and under its name only when it is whole.
    private static void WriteWhole(string file, string content)
    {
        var unfinished = file + ".new";
        using (var stream = new FileStream(unfinished, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            stream.Write(Encoding.UTF8.GetBytes(content));
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, file, overwrite: false);
    }
}
