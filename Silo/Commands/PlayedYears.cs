using System.CommandLine.Parsing;
using System.Globalization;

namespace ClusterActors.Silo.Commands;

/// <summary>The years that are played, from the first to the last.</summary>
internal sealed record PlayedYears(int First, int Last)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");

    public static PlayedYears? Parse(ArgumentResult text)
    {
        var parts = text.Tokens is [var token] ? token.Value.Split('-') : [];
        if (parts is [var from, var to] && Year(from) is { } first && Year(to) is { } last && first <= last)
            return new(first, last);
        text.AddError("Years are named as 2015-2026, the first and the last.");
        return null;
    }

    private static int? Year(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && Years.IsValid(year) ? year : null;
}
