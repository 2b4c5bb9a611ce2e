using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ClusterActors;

/// <summary>
/// The one way in which contracts and events are written as JSON: UTF-8, camelCase, members in declaration order, decimals
/// without trailing zeros, nulls written out, closed unions tagged with <c>"type"</c> and the alias of the case. Equal values give equal bytes.
/// A member that a later release adds has a default, so that what was written before can be read.
/// Reading is strict: unknown or doubled members, missing values and nulls where none may be are errors.
/// </summary>
public static class CanonicalJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Read<T>(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize<T>(utf8, Options) ?? throw new JsonException($"null is no {typeof(T).Name}.");

    /// <summary>The cases of a closed union by their aliases.</summary>
    public static IEnumerable<(string Alias, Type Case)> Cases(Type union) =>
        union.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
            .Where(t => t.IsSealed && t.IsSubclassOf(union))
            .Select(t => (t.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias ?? throw new InvalidOperationException($"{t} has no [Alias]."), t));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNameCaseInsensitive = false,
            NumberHandling = JsonNumberHandling.Strict,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { TagUnions } },
            Converters = { new PlainEnums(), new PlainDecimal() },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void TagUnions(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object || !info.Type.IsAbstract)
            return;
        var cases = Cases(info.Type).ToList();
        if (cases.Count == 0)
            return;
        info.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization };
        foreach (var (alias, type) in cases)
            info.PolymorphismOptions.DerivedTypes.Add(new(type, alias));
    }

    /// <summary>An enumeration value is one of its names in kebab case and nothing else: no number, no list, no blanks around it.</summary>
    private sealed class PlainEnums : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Names<>).MakeGenericType(typeToConvert))!;

        private sealed class Names<TEnum> : JsonConverter<TEnum>
            where TEnum : struct, Enum
        {
            private static readonly Dictionary<string, TEnum> Values =
                Enum.GetValues<TEnum>().ToDictionary(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);

            private static readonly Dictionary<TEnum, string> Texts = Values.ToDictionary(pair => pair.Value, pair => pair.Key);

            public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value)
                    ? value
                    : throw new JsonException($"One of: {string.Join(", ", Values.Keys)}.");

            public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
                writer.WriteStringValue(Texts.TryGetValue(value, out var text) ? text : throw new JsonException($"{value} is no {typeof(TEnum).Name}."));
        }
    }

    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        // Dividing by one with the largest scale drops trailing zeros, so that 9.50 and 9.5 are the same bytes.
        private const decimal One = 1.0000000000000000000000000000m;

        // More digits would be rounded in reading: 5.00…01 would pass for 5.
        private const int MostDigits = 29;

        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.Number)
                throw new JsonException("A decimal is a number.");
            var literal = reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan;
            return literal.IndexOfAny((byte)'e', (byte)'E') < 0 && literal.Length - literal.Count((byte)'-') - literal.Count((byte)'.') <= MostDigits
                ? reader.GetDecimal()
                : throw new JsonException($"A decimal has at most {MostDigits} digits and no exponent.");
        }

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value / One);
    }
}
