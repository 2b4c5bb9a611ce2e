using System.Text;
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
        var pure = new MailLoop();
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
            Assert.Equal(Text(CanonicalJson.Write(pure.View(key)?.Document)), Text((await store.Views.FindAsync(key))!.Document));
        }

        Assert.Equal(pure.Delivered, settled.Count);
        Assert.Equal(settled.Count, settled.Distinct().Count());
    }

    // Messages of different senders may come in another order; what is decided on them may not.
    private static List<string> Decided(IEnumerable<JournalEvent> events) =>
        [.. events.Select(e => $"{e.Type} {e.Actor} {e.RecordedAt:u} {Text(e.Payload)}").Order(StringComparer.Ordinal)];

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
