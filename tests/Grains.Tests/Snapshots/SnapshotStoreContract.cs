using ClusterActors.Storage;
using ClusterActors.Tests.Journal;

namespace ClusterActors.Tests.Snapshots;

/// <summary>What every store of snapshots promises. A store's own test class calls <see cref="KeepsAsync"/> and adds what only it promises.</summary>
internal static class SnapshotStoreContract
{
    private const string Hanoi = "school:hn";

    /// <param name="open">Opens the store, again after the first time.</param>
    /// <param name="close">Closes it; null for one that is not reopened.</param>
    public static async Task KeepsAsync(Func<Task<ISnapshotStore>> open, Func<Task>? close = null)
    {
        var store = await open();
        Assert.Null(await store.FindAsync(Hanoi));

        await store.KeepAsync(Hanoi, Sample.Bytes("first"));
        Assert.Equal(Sample.Bytes("first"), await store.FindAsync(Hanoi));
        await store.KeepAsync(Hanoi, Sample.Bytes("second, which is longer"));
        Assert.Equal(Sample.Bytes("second, which is longer"), await store.FindAsync(Hanoi));

        // Names that a database could fold into one. Orleans folds keys that are hexadecimal numbers; no key of ours is.
        string[] streams = ["school:HN", "school:hn ", "school:1", "school:01", "school:1a", "school:1A", "cluster:8", "campaign:8:2020"];
        foreach (var stream in streams)
        {
            Assert.Null(await store.FindAsync(stream));
            await store.KeepAsync(stream, Sample.Bytes(stream));
        }

        foreach (var stream in streams)
            Assert.Equal(Sample.Bytes(stream), await store.FindAsync(stream));
        Assert.Equal(Sample.Bytes("second, which is longer"), await store.FindAsync(Hanoi));

        byte[] large = [.. Enumerable.Range(0, 1 << 20).Select(i => (byte)(i * 31))];
        await store.KeepAsync(Hanoi, large);
        Assert.Equal(large, await store.FindAsync(Hanoi));

        if (close is null)
            return;
        await close();
        store = await open();
        Assert.Equal(large, await store.FindAsync(Hanoi));
        await store.KeepAsync(Hanoi, Sample.Bytes("after reopening"));
        Assert.Equal(Sample.Bytes("after reopening"), await store.FindAsync(Hanoi));
    }

    /// <summary>Of several who write a stream's first snapshot at once one gets through, and all find the same.</summary>
    /// <typeparam name="TLost">What a writer may be told that lost against another.</typeparam>
    public static async Task FirstWritersAsync<TLost>(params ISnapshotStore[] stores)
        where TLost : Exception
    {
        for (var round = 0; round < 20; round++)
        {
            var stream = $"school:s{round}";
            var wrote = await Task.WhenAll(stores.Select((store, writer) => Task.Run(() => TryKeepAsync<TLost>(store, stream, $"writer {writer}"))));

            Assert.Contains(true, wrote);
            var found = await stores[0].FindAsync(stream);
            Assert.Contains(stores.Select((_, writer) => writer).Where(writer => wrote[writer]), writer => Sample.Bytes($"writer {writer}").AsSpan().SequenceEqual(found));
            foreach (var store in stores)
                Assert.Equal(found, await store.FindAsync(stream));
            await stores[^1].KeepAsync(stream, Sample.Bytes("later"));
            Assert.Equal(Sample.Bytes("later"), await stores[0].FindAsync(stream));
        }
    }

    private static async Task<bool> TryKeepAsync<TLost>(ISnapshotStore store, string stream, string snapshot)
        where TLost : Exception
    {
        try
        {
            await store.KeepAsync(stream, Sample.Bytes(snapshot));
            return true;
        }
        catch (TLost)
        {
            return false;
        }
    }
}

/// <summary>For stores in which no writer loses.</summary>
internal sealed class Never : Exception;
