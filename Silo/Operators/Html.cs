using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace ClusterActors.Silo.Operators;

/// <summary>A piece of a page. What is interpolated into one is encoded, unless it is a piece itself.</summary>
[InterpolatedStringHandler]
internal readonly struct Html(int literalLength, int formattedCount)
{
    private readonly StringBuilder text = new(literalLength + (16 * formattedCount));

    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> piece)
    {
        var all = new Html(0, 0);
        foreach (var item in items)
            all.AppendFormatted(piece(item));
        return all;
    }

    public void AppendLiteral(string markup) => text.Append(markup);

    public void AppendFormatted(Html piece) => text.Append(piece.text);

    public void AppendFormatted<T>(T value) => text.Append(HtmlEncoder.Default.Encode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));

    public override string ToString() => text.ToString();
}
