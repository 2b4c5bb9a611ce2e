using System.Text;
using ClusterActors.Journal;

namespace ClusterActors.Silo.Archives;

/// <summary>One line of an archive's journal. The payload is a text and not an object, so that whoever reads it has its very bytes.</summary>
/// <param name="RecordedAt">Milliseconds since 1970, UTC.</param>
internal sealed record ArchivedEntry(
    long Position, string Stream, long Version, string Type, string Actor, string OperationId, long RecordedAt, string PreviousHash, string Hash, string Payload)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ArchivedEntry Of(JournalEvent e) => new(
        e.Position,
        e.Stream,
        e.Version,
        e.Type,
        e.Actor,
        e.OperationId,
        e.RecordedAt.ToUnixTimeMilliseconds(),
        Convert.ToHexStringLower(e.PreviousHash),
        Convert.ToHexStringLower(e.Hash),
        Strict.GetString(e.Payload));

    public JournalEvent Read() => new(
        Stream,
        Version,
        Position,
        Type,
        Strict.GetBytes(Payload),
        Actor,
        OperationId,
        DateTimeOffset.FromUnixTimeMilliseconds(RecordedAt),
        Convert.FromHexString(PreviousHash),
        Convert.FromHexString(Hash));
}

/// <summary>One line of an archive's list of heads.</summary>
internal sealed record ArchivedHead(string Stream, long Version, string Hash)
{
    public static ArchivedHead Of(StreamHead head) => new(head.Stream, head.Version, Convert.ToHexStringLower(head.Hash));

    public StreamHead Read() => new(Stream, Version, Convert.FromHexString(Hash));
}
