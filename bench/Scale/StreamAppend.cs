using System.Security.Cryptography;
using System.Text;
using ClusterActors.Journal;

namespace ClusterActors.Bench.Scale;

/// <summary>A stream's events as one operation, in the form in which grains append them.</summary>
internal static class StreamAppend
{
    public const string Actor = "nation@bench";

    private static readonly DateTimeOffset Recorded = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    /// <summary>The whole of a new stream, shown as its aggregate shows it.</summary>
    public static Append Whole<TState, TCommand, TEvent>(Aggregate<TState, TCommand, TEvent> aggregate, IGrainKey key, IReadOnlyList<TEvent> events)
        where TEvent : class =>
        After(History.None(key.ToString()), events, aggregate.View(events.Aggregate(aggregate.Initial, aggregate.Evolve)));

    /// <summary>The next events of a stream.</summary>
    /// <param name="before">Its head; events of it are not looked at.</param>
    /// <param name="view">How it is shown after them; null leaves what is shown.</param>
    public static Append After<TEvent>(History before, IReadOnlyList<TEvent> events, ViewDocument? view)
        where TEvent : class
    {
        var operation = $"nation-{before.Version}";
        var written = new List<JournalEvent>(events.Count);
        var (version, hash) = (before.Version, before.Hash);
        foreach (var e in events)
        {
            var (type, payload) = Known<TEvent>.Types.Write(e);
            var next = Chain.Link(before.Stream, ++version, type, payload, Actor, operation, Recorded, hash);
            written.Add(new(before.Stream, version, 0, type, payload, Actor, operation, Recorded, hash, next));
            hash = next;
        }

        return new()
        {
            Stream = before.Stream,
            ExpectedVersion = before.Version,
            OperationId = operation,
            RequestHash = SHA256.HashData(Encoding.UTF8.GetBytes(operation)),
            Actor = Actor,
            Answer = CanonicalJson.Write<Answer>(new Answer.Accepted { Version = version }),
            Events = written,
            View = view is null
                ? null
                : new(before.Stream, view.Kind, version, CanonicalJson.Write(view.Document), view.Cluster, view.Year, view.School, view.Phase),
        };
    }

    private static class Known<TEvent>
        where TEvent : class
    {
        public static readonly EventTypes<TEvent> Types = new();
    }
}
