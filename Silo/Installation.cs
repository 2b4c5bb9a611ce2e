using System.Security.Cryptography;
using System.Text;
using ClusterActors.Academy;

namespace ClusterActors.Silo;

/// <summary>
/// Makes the first official of a new data folder and writes that person's API key once into the folder. Every step can be
/// repeated, so a crash in between leaves nothing half done.
/// </summary>
internal static class Installation
{
    public const string KeyFile = "first-key.txt";
    private const string FirstOfficial = "first-official";
    private const int KeyBytes = 32;

    /// <returns>The file with the first key when this call made it; null when the folder had its officials already.</returns>
    /// <exception cref="InvalidOperationException">The academy refused its first official.</exception>
    public static async Task<string?> EnsureAsync(string folder, IViews views, IPeople people, IGrainFactory grains)
    {
        var academy = AcademyKey.National.ToString();
        if (await views.FindAsync(academy) is not null)
            return null;

        var file = Path.Combine(folder, KeyFile);
        if (!File.Exists(file))
            WriteWhole(file, $"ca_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes))}\n");
        var key = (await File.ReadAllTextAsync(file)).Trim();

        await people.EnrolAsync(new(FirstOfficial, academy), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        var answer = await grains.GetGrain<IAcademyGrain>(academy)
            .Tell(new("installation", Actor.System(academy), new AcademyCommand.AppointOfficial(FirstOfficial)));
        return answer is Answer.Refused refused ? throw new InvalidOperationException($"{refused.Code}: {refused.Detail}") : file;
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
