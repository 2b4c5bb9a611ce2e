using System.Text;
using ClusterActors.Beacons;
using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Tests.WholeYear;

namespace ClusterActors.Tests.Hosted;

/// <summary>What a year has left behind in a store, held against the same year of pure deciders.</summary>
internal static class Outcome
{
    /// <summary>Every event and every view as they must be, none twice, no message left over, and a sound journal.</summary>
    public static async Task IsThatOfPureDecidersAsync(IStore store)
    {
        var pure = new MailLoop(await SeedsAsync(store));
        await new Year2020(pure).RunAsync();

        Assert.Equal(new OutboxDepth(0, 0), await store.Outbox.DepthAsync());
        Assert.Empty(await Verification.RunAsync(store.Reader));
        var heads = (await store.Reader.ReadHeadsAsync()).Heads;
        Assert.Equal(pure.Keys, heads.Where(head => head.Version > 0).Select(head => head.Stream).Order(StringComparer.Ordinal));

        var settled = new List<string>();
        foreach (var key in pure.Keys)
        {
            var events = (await store.Journal.ReadAsync(key)).Events;
            settled.AddRange(events.Where(e => e.Type == StepAnswered.TypeName).Select(e => CanonicalJson.Read<StepAnswered>(e.Payload).MessageId));
            Assert.Equal(Decided(pure.Events(key)), Decided(events.Where(e => e.Type != StepAnswered.TypeName)));
            Assert.Equal(
                pure.View(key) is { } view ? Text(CanonicalJson.Write(view.Document)) : null,
                await store.Views.FindAsync(key) is { } row ? Text(row.Document) : null);
        }

        Assert.Equal(pure.Delivered, settled.Count);
        Assert.Equal(settled.Count, settled.Distinct().Count());
    }

    // A seed is the root of a checkpoint, which is another for every run; all that is drawn from it must be the same.
    private static async Task<Dictionary<string, Seed>> SeedsAsync(IStore store)
    {
        var types = new EventTypes<BeaconEvent>();
        var drawn = (await store.Journal.ReadAsync(new BeaconKey(Year2020.Campaign.Cluster).ToString())).Events.Where(e => e.Type != StepAnswered.TypeName).Select(types.Read);
        return drawn.OfType<BeaconEvent.SeedDrawn>().ToDictionary(seed => seed.Purpose, seed => seed.Seed);
    }

    // Messages of different senders may come in another order; what is decided on them may not.
    private static List<string> Decided(IEnumerable<JournalEvent> events) =>
        [.. events.Select(e => $"{e.Type} {e.Actor} {e.RecordedAt:u} {Text(e.Payload)}").Order(StringComparer.Ordinal)];

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
