using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClusterActors;

/// <summary>
/// An immutable map in the ordinal order of its keys, which compares by content. An entry more costs the logarithm of its size, while one
/// more in an <see cref="EquatableList{T}"/> copies it: for what grows with the nation.
/// </summary>
[JsonConverter(typeof(RegistryJson))]
public sealed class Registry<TValue> : IEquatable<Registry<TValue>>
{
    private readonly ImmutableSortedDictionary<string, TValue> entries;

    /// <summary>With nothing in it.</summary>
    public Registry()
        : this(ImmutableSortedDictionary.Create<string, TValue>(StringComparer.Ordinal))
    {
    }

    internal Registry(ImmutableSortedDictionary<string, TValue> entries) => this.entries = entries;

    public int Count => entries.Count;

    public IEnumerable<string> Keys => entries.Keys;

    internal ImmutableSortedDictionary<string, TValue> Entries => entries;

    public bool Contains(string key) => entries.ContainsKey(key);

    /// <returns>The default of the type where there is no such key.</returns>
    public TValue? Find(string key) => entries.GetValueOrDefault(key);

    public Registry<TValue> Put(string key, TValue value) => new(entries.SetItem(key, value));

    public bool Equals(Registry<TValue>? other) => other is not null && entries.SequenceEqual(other.entries);

    public override bool Equals(object? obj) => Equals(obj as Registry<TValue>);

    public override int GetHashCode() => entries.Aggregate(entries.Count, HashCode.Combine);

    public override string ToString() => $"[{string.Join(", ", entries)}]";
}

/// <summary>A <see cref="Registry{TValue}"/> is a JSON object.</summary>
internal sealed class RegistryJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Registry<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<TValue> : JsonConverter<Registry<TValue>>
    {
        public override Registry<TValue> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException("A registry is an object.");
            var entries = new Registry<TValue>().Entries.ToBuilder();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = reader.GetString()!;
                reader.Read();
                entries[key] = JsonSerializer.Deserialize<TValue>(ref reader, options)!;
            }

            return new(entries.ToImmutable());
        }

        public override void Write(Utf8JsonWriter writer, Registry<TValue> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (key, entry) in value.Entries)
            {
                writer.WritePropertyName(key);
                JsonSerializer.Serialize(writer, entry, options);
            }

            writer.WriteEndObject();
        }
    }
}
