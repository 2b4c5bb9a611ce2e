using System.Security.Cryptography;

namespace ClusterActors.Simulation.Store;

internal sealed class SimulatedPeople(SimulatedStore store) : IPeople
{
    public Task<bool> EnrolAsync(PersonRecord person, byte[] keyHash, CancellationToken cancel = default) => SimulatedStore.Done(() =>
    {
        var (people, keys, key) = (store.Disk.People, store.Disk.Keys, Convert.ToHexStringLower(keyHash));
        var (known, owner) = (people.GetValueOrDefault(person.Person), keys.GetValueOrDefault(key));
        // A known person without just this key has another one, or has been erased.
        if (known is null ? owner is not null : owner != person.Person || known.Unit != person.Unit)
            return false;
        people[person.Person] = person with { Name = person.Name ?? known?.Name, Contact = person.Contact ?? known?.Contact };
        keys[key] = person.Person;
        return true;
    });

    public Task<PersonRecord?> FindByKeyAsync(byte[] keyHash, CancellationToken cancel = default) => SimulatedStore.Done(() =>
        store.Disk.Keys.TryGetValue(Convert.ToHexStringLower(keyHash), out var person) ? store.Disk.People[person] : null);

    public Task EraseAsync(string person, CancellationToken cancel = default) => SimulatedStore.Done(() =>
    {
        foreach (var key in store.Disk.Keys.Where(pair => pair.Value == person).Select(pair => pair.Key).ToList())
            store.Disk.Keys.Remove(key);
        if (store.Disk.People.TryGetValue(person, out var known))
            store.Disk.People[person] = known with { Name = null, Contact = null };
        return true;
    });
}

internal sealed class SimulatedBlobs(SimulatedStore store) : IBlobs
{
    public Task<byte[]> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancel = default) => SimulatedStore.Done(() =>
    {
        var hash = SHA256.HashData(content.Span);
        store.Disk.Blobs[Convert.ToHexStringLower(hash)] = content.ToArray();
        return hash;
    });

    public Task<byte[]?> FindAsync(byte[] hash, CancellationToken cancel = default) =>
        SimulatedStore.Done(() => store.Disk.Blobs.GetValueOrDefault(Convert.ToHexStringLower(hash)));

    public Task EraseAsync(byte[] hash, CancellationToken cancel = default) =>
        SimulatedStore.Done(() => store.Disk.Blobs.Remove(Convert.ToHexStringLower(hash)));
}
