using ClusterActors.Journal;
using ClusterActors.Simulation;

namespace ClusterActors.Tests.Fuzz;

/// <summary>A journal in which one bit of one field of one row is another.</summary>
internal static class FlippedBit
{
    public static (string Where, JournalCopy Journal) In(JournalCopy journal, Chance chance)
    {
        switch (chance.Below(4))
        {
            case 0:
                var head = chance.Below(journal.Heads.Heads.Count);
                var (headField, headSpoilt) = Head(journal.Heads.Heads[head], chance);
                return ($"{headField} of head {head}", journal with { Heads = journal.Heads with { Heads = With(journal.Heads.Heads, head, headSpoilt) } });
            case 1:
                var number = chance.Below(journal.Checkpoints.Count);
                var (field, spoilt) = Checkpoint(journal.Checkpoints[number], chance);
                return ($"{field} of checkpoint {number}", journal with { Checkpoints = With(journal.Checkpoints, number, spoilt) });
            default:
                var at = chance.Below(journal.Events.Count);
                var (eventField, eventSpoilt) = Event(journal.Events[at], chance);
                return ($"{eventField} of event {at}", journal with { Events = With(journal.Events, at, eventSpoilt) });
        }
    }

    private static (string Field, JournalEvent Spoilt) Event(JournalEvent e, Chance chance) => chance.Below(10) switch
    {
        0 => ("stream", e with { Stream = Flip(e.Stream, chance) }),
        1 => ("version", e with { Version = Flip(e.Version, chance) }),
        2 => ("position", e with { Position = Flip(e.Position, chance) }),
        3 => ("type", e with { Type = Flip(e.Type, chance) }),
        4 => ("actor", e with { Actor = Flip(e.Actor, chance) }),
        5 => ("operation", e with { OperationId = Flip(e.OperationId, chance) }),
        6 => ("time", e with { RecordedAt = DateTimeOffset.FromUnixTimeMilliseconds(e.RecordedAt.ToUnixTimeMilliseconds() ^ (1L << chance.Below(40))) }),
        7 => ("previous hash", e with { PreviousHash = Flip(e.PreviousHash, chance) }),
        8 => ("hash", e with { Hash = Flip(e.Hash, chance) }),
        _ => ("payload", e with { Payload = Flip(e.Payload, chance) }),
    };

    private static (string Field, StreamHead Spoilt) Head(StreamHead head, Chance chance) => chance.Below(3) switch
    {
        0 => ("stream", head with { Stream = Flip(head.Stream, chance) }),
        1 => ("version", head with { Version = Flip(head.Version, chance) }),
        _ => ("hash", head with { Hash = Flip(head.Hash, chance) }),
    };

    private static (string Field, Checkpoint Spoilt) Checkpoint(Checkpoint checkpoint, Chance chance) => chance.Below(4) switch
    {
        0 => ("number", checkpoint with { Number = Flip(checkpoint.Number, chance) }),
        1 => ("position", checkpoint with { Position = Flip(checkpoint.Position, chance) }),
        2 => ("root", checkpoint with { Root = Flip(checkpoint.Root, chance) }),
        _ => ("previous", checkpoint with { Previous = Flip(checkpoint.Previous, chance) }),
    };

    private static long Flip(long number, Chance chance) => number ^ (1L << chance.Below(64));

    private static byte[] Flip(byte[] bytes, Chance chance)
    {
        var flipped = bytes.ToArray();
        flipped[chance.Below(flipped.Length)] ^= (byte)(1 << chance.Below(8));
        return flipped;
    }

    // These texts are ASCII, and one flipped bit of seven leaves them so.
    private static string Flip(string text, Chance chance)
    {
        var letters = text.ToCharArray();
        letters[chance.Below(letters.Length)] ^= (char)(1 << chance.Below(7));
        return new(letters);
    }

    private static List<T> With<T>(IReadOnlyList<T> rows, int at, T row) => [.. rows.Take(at), row, .. rows.Skip(at + 1)];
}
