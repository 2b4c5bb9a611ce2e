using System.Text.Json;
using ClusterActors.Journal;

namespace ClusterActors.Storage;

/// <summary>Events as the journal viewer shows them.</summary>
internal static class JournalEntries
{
    /// <param name="events">Latest first, and one more than <paramref name="limit"/> where there are more.</param>
    public static JournalPage Page(List<JournalEvent> events, int limit)
    {
        var shown = events.Take(limit).Select(Of).ToEquatableList();
        return new(shown, events.Count > limit ? shown[^1].Position : null);
    }

    private static JournalEntry Of(JournalEvent e)
    {
        var payload = CanonicalJson.Read<JsonElement>(e.Payload);
        return new(e.Position, e.Stream, e.Version, e.Type, e.RecordedAt, e.Actor, e.OperationId, ReasonIn(payload), payload);
    }

    /// <summary>Not in lists: what stands there is the reason of one item and not of the event.</summary>
    private static string? ReasonIn(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return null;
        return value.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String
            ? reason.GetString()
            : value.EnumerateObject().Select(member => ReasonIn(member.Value)).FirstOrDefault(found => found is not null);
    }
}
