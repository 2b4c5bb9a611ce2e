using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ClusterActors;

/// <summary>
/// What an interpolated string becomes where a refusal's detail is wanted: numbers and days read the same whatever the culture
/// of the machine, because details are stored with answers and journalled with steps. Enumeration values are spelt as in JSON.
/// </summary>
[InterpolatedStringHandler]
public ref struct InvariantText(int literalLength, int formattedCount)
{
    private DefaultInterpolatedStringHandler text = new(literalLength, formattedCount, CultureInfo.InvariantCulture);

    public void AppendLiteral(string value) => text.AppendLiteral(value);

    public void AppendFormatted<T>(T value)
    {
        if (value is Enum)
            text.AppendLiteral(JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()!));
        else
            text.AppendFormatted(value);
    }

    public void AppendFormatted<T>(T value, string? format) => text.AppendFormatted(value, format);

    public override string ToString() => text.ToStringAndClear();
}
