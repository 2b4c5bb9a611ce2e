using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClusterActors;

/// <summary>An exact share such as 2/3, written <c>"2/3"</c>; thresholds are compared by multiplication, never by division.</summary>
[GenerateSerializer, Alias("fraction")]
[JsonConverter(typeof(FractionJson))]
public readonly record struct Fraction([property: Id(0)] int Numerator, [property: Id(1)] int Denominator)
{
    /// <summary>Whether <paramref name="part"/> of <paramref name="whole"/> is this share or more.</summary>
    public bool IsReachedBy(long part, long whole) => part * Denominator >= whole * Numerator;

    /// <summary>Whether <paramref name="part"/> of <paramref name="whole"/> is more than this share.</summary>
    public bool IsExceededBy(long part, long whole) => part * Denominator > whole * Numerator;

    /// <summary>This share of an amount, unrounded.</summary>
    public decimal Of(decimal whole) => whole * Numerator / Denominator;

    public bool IsProper => Denominator > 0 && Numerator >= 0 && Numerator <= Denominator;

    public static bool TryParse(string? text, out Fraction fraction)
    {
        fraction = default;
        if (text?.Split('/') is not [var top, var bottom]
            || !int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
            || !int.TryParse(bottom, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            || denominator == 0)
            return false;
        fraction = new(numerator, denominator);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}

internal sealed class FractionJson : JsonConverter<Fraction>
{
    public override Fraction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Fraction.TryParse(reader.GetString(), out var fraction)
            ? fraction
            : throw new JsonException("A share is written as \"2/3\".");

    public override void Write(Utf8JsonWriter writer, Fraction value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
