using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClusterActors.Journal;

namespace ClusterActors.Tests.Journal;

/// <summary>Well-formed appends, so that a test has to say only what it is about.</summary>
internal static class Sample
{
    public static DateTimeOffset Noon { get; } = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Hash(string text) => SHA256.HashData(Bytes(text));

    public static Append Append(History head, string operation, int events = 1)
    {
        var made = new List<JournalEvent>();
        var previous = head.Hash;
        for (var version = head.Version + 1; version <= head.Version + events; version++)
        {
            made.Add(Event(head.Stream, version, operation, previous));
            previous = made[^1].Hash;
        }

        return new Append
        {
            Stream = head.Stream,
            ExpectedVersion = head.Version,
            OperationId = operation,
            RequestHash = Hash(operation),
            Actor = "p1@school:hn",
            Answer = Bytes($$"""{"accepted":"{{operation}}"}"""),
            Events = made,
        };
    }

    /// <summary>A refusal: an answer without events.</summary>
    public static Append Refusal(History head, string operation) => Append(head, operation, events: 0);

    public static JournalEvent Event(string stream, long version, string operation, byte[] previous)
    {
        var payload = Bytes(string.Create(CultureInfo.InvariantCulture, $$"""{"điểm":{{version}}}"""));
        var at = Noon.AddMilliseconds(version);
        var hash = Chain.Link(stream, version, "target-set", payload, "p1@school:hn", operation, at, previous);
        return new JournalEvent(stream, version, 0, "target-set", payload, "p1@school:hn", operation, at, previous, hash);
    }

    /// <summary>The append with one more message, caused by its last event.</summary>
    public static Append Sending(this Append append, string target, DateTimeOffset? due = null)
    {
        var index = append.Messages.Count;
        var id = MessageId(append.Stream, append.NewVersion, index);
        var message = new OutboxMessage(id, append.Stream, append.NewVersion, index, target, Bytes(id), due ?? Noon);
        return append with { Messages = [.. append.Messages, message] };
    }

    public static Append Showing(this Append append, string kind, string document) =>
        append with { View = new ViewRow(append.Stream, kind, append.NewVersion, Bytes(document)) };

    public static string MessageId(string source, long version, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{source}/{version}.{index}");
}
