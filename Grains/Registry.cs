using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClusterActors;

/// <summary>
/// An immutable map that keeps the order in which its keys came, and compares by content. An entry more costs the logarithm of its size,
/// while one more in an <see cref="EquatableList{T}"/> copies it: for what grows with the nation.
/// </summary>
[JsonConverter(typeof(RegistryJson))]
public sealed class Registry<TValue> : IEquatable<Registry<TValue>>
{
    private readonly ImmutableList<string> keys;
    private readonly ImmutableDictionary<string, TValue> values;

    private Registry(ImmutableList<string> keys, ImmutableDictionary<string, TValue> values) => (this.keys, this.values) = (keys, values);

    public static Registry<TValue> Empty { get; } = new([], ImmutableDictionary.Create<string, TValue>(StringComparer.Ordinal));

    public int Count => keys.Count;

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<string> Keys => keys;

    public bool Contains(string key) => values.ContainsKey(key);

    /// <returns>The default of the type where there is no such key.</returns>
    public TValue? Find(string key) => values.GetValueOrDefault(key);

    /// <summary>With the key's value; a key that is there keeps its place.</summary>
    public Registry<TValue> Put(string key, TValue value) => new(values.ContainsKey(key) ? keys : keys.Add(key), values.SetItem(key, value));

    public bool Equals(Registry<TValue>? other) =>
        other is not null && keys.SequenceEqual(other.keys, StringComparer.Ordinal) && keys.All(key => EqualityComparer<TValue>.Default.Equals(values[key], other.values[key]));

    public override bool Equals(object? obj) => Equals(obj as Registry<TValue>);

    public override int GetHashCode() => keys.Aggregate(keys.Count, HashCode.Combine);

    public override string ToString() => $"[{string.Join(", ", keys.Select(key => $"{key}: {values[key]}"))}]";
}

/// <summary>A <see cref="Registry{TValue}"/> is a JSON object, its members in the order of its keys.</summary>
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
            var registry = Registry<TValue>.Empty;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = reader.GetString()!;
                reader.Read();
                registry = registry.Put(key, JsonSerializer.Deserialize<TValue>(ref reader, options)!);
            }

            return registry;
        }

        public override void Write(Utf8JsonWriter writer, Registry<TValue> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var key in value.Keys)
            {
                writer.WritePropertyName(key);
                JsonSerializer.Serialize(writer, value.Find(key), options);
            }

            writer.WriteEndObject();
        }
    }
}
