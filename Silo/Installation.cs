using System.Security.Cryptography;
using System.Text;
using ClusterActors.Academy;
using ClusterActors.Journal;
using ClusterActors.Storage;

namespace ClusterActors.Silo;

/// <summary>Makes the first official of a new store, and one more where nobody has a key any more.</summary>
internal static class Installation
{
    public const string KeyFile = "first-key.txt";
    private const int MarkBytes = 4;
    private const int KeyBytes = 32;

    /// <summary>
    /// The first official's API key is written once into the data folder. Every step can be repeated, so a crash in between leaves
    /// nothing half done; of several processes that begin at once, each with a folder of its own, one succeeds.
    /// </summary>
    /// <returns>The file with the first key when this call made it; null when the academy had its officials already.</returns>
    public static async Task<string?> EnsureAsync(string folder, IViews views, IPeople people, IGrainFactory grains)
    {
        var academy = AcademyKey.National.ToString();
        if (await views.FindAsync(academy) is not null)
            return null;

        var file = Path.Combine(folder, KeyFile);
        if (!File.Exists(file))
            WriteWhole(file, $"{NewKey()}\n");
        var person = await EnrolAsync(people, "first-official", (await File.ReadAllTextAsync(file)).Trim());
        if (await grains.GetGrain<IAcademyGrain>(academy).Tell(new("installation", Actor.System(academy), new AcademyCommand.AppointOfficial(person))) is Answer.Accepted)
            return file;

        // Another process was first; a key that opens nothing must not lie about.
        await people.EraseAsync(person);
        File.Delete(file);
        return null;
    }

    /// <summary>
    /// Another official with a new key, appointed by the operator of the machine; nobody loses anything by it. It goes to the store past
    /// any server: an activation that has the Academy elsewhere finds its state stale and reads it anew.
    /// </summary>
    /// <exception cref="JournalException">The store cannot answer, or nothing was ever installed there.</exception>
    public static async Task<(string Person, string Key)> RecoverAsync(IStore store)
    {
        var (academy, key) = (AcademyKey.National.ToString(), NewKey());
        var person = await EnrolAsync(store.People, "recovered-official", key);
        var entity = new Entity<AcademyState, AcademyCommand, AcademyEvent>(AcademyDecider.Aggregate, new Alone(academy), store.Journal, new NoSnapshots(), new WallClock(TimeProvider.System));
        if (await entity.Tell(new($"appoint-{person}", Actor.Operator, new AcademyCommand.AppointOfficial(person))) is not Answer.Refused refused)
            return (person, key);
        await store.People.EraseAsync(person);
        throw new JournalException(refused.Code, refused.Detail);
    }

    private static string NewKey() => $"ca_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes))}";

    // Named by the key, so that what somebody has begun and not finished stands in nobody's way.
    private static async Task<string> EnrolAsync(IPeople people, string name, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var person = $"{name}-{Convert.ToHexStringLower(hash.AsSpan(0, MarkBytes))}";
        await people.EnrolAsync(new(person, AcademyKey.National.ToString()), hash);
        return person;
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

    /// <summary>Of one call, in no runtime.</summary>
    private sealed class Alone(string key) : IActivation
    {
        public string Key => key;

        public void Drop()
        {
        }
    }
}
