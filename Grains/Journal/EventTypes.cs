using System.Reflection;
using System.Text.Json;

namespace ClusterActors.Journal;

/// <summary>The events of a union under the names the journal knows them by. A name is given once and never used again.</summary>
public sealed class EventTypes<TEvent>
    where TEvent : class
{
    private readonly Dictionary<string, Type> byName = typeof(TEvent).GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
        .Where(type => type.IsSubclassOf(typeof(TEvent)))
        .ToDictionary(
            type => type.GetCustomAttribute<EventNameAttribute>(inherit: false)?.Name ?? throw new InvalidOperationException($"{type} has no [EventName]."), StringComparer.Ordinal);

    private readonly Dictionary<Type, string> byType;

    public EventTypes() => byType = byName.ToDictionary(pair => pair.Value, pair => pair.Key);

    public (string Type, byte[] Payload) Write(TEvent e) =>
        (byType[e.GetType()], JsonSerializer.SerializeToUtf8Bytes(e, e.GetType(), CanonicalJson.Options));

    /// <exception cref="JournalException">
    /// <c>unknown_event_type</c>: an event of another release; never ignored. <c>event_unreadable</c>: its payload is none of that type.
    /// </exception>
    public TEvent Read(JournalEvent e)
    {
        if (!byName.TryGetValue(e.Type, out var type))
            throw new JournalException("unknown_event_type", $"{e.Stream} version {e.Version}: this release does not know events of type '{e.Type}'.");
        try
        {
            return (TEvent?)JsonSerializer.Deserialize(e.Payload, type, CanonicalJson.Options) ?? throw new JsonException("null is no event.");
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException)
        {
            throw new JournalException("event_unreadable", $"{e.Stream} version {e.Version}: the payload is no '{e.Type}'.", wrong);
        }
    }
}
