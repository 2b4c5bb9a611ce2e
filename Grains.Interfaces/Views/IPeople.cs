namespace ClusterActors;

/// <summary>
/// Persons and their credentials, outside the journal so that they can be erased; the journal knows persons only by opaque ids.
/// </summary>
public interface IPeople
{
    /// <summary>
    /// Stores a person and the SHA-256 of an API key made on the person's side; storing the same again changes nothing.
    /// False when the key belongs to somebody else, or the person is known in another unit, has another key, or has been erased:
    /// nobody gets a key to a person who is there already.
    /// </summary>
    Task<bool> EnrolAsync(PersonRecord person, byte[] keyHash, CancellationToken cancel = default);

    /// <summary>The person whose key has this SHA-256; null when there is none.</summary>
    Task<PersonRecord?> FindByKeyAsync(byte[] keyHash, CancellationToken cancel = default);

    /// <summary>Erases name, contact and keys; the opaque id stays in the journal and stands for nobody.</summary>
    Task EraseAsync(string person, CancellationToken cancel = default);
}

/// <param name="Person">An opaque id.</param>
/// <param name="Unit">The stream in whose journal the person's roles stand, <c>school:…</c> or <c>academy:…</c>.</param>
/// <param name="Name">As the person wishes to be shown; null when not given or erased.</param>
/// <param name="Contact">Mail or telephone; null when not given or erased.</param>
public sealed record PersonRecord(string Person, string Unit, string? Name = null, string? Contact = null);

/// <summary>Texts and files with personal data, by the SHA-256 of their content; they can be erased, their hash in the journal stays.</summary>
public interface IBlobs
{
    Task<byte[]> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancel = default);

    Task<byte[]?> FindAsync(byte[] hash, CancellationToken cancel = default);

    Task EraseAsync(byte[] hash, CancellationToken cancel = default);
}
