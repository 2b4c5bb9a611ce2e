using System.Globalization;
using System.Text.Json;

namespace ClusterActors.Silo.Archives;

/// <summary>A text in both languages.</summary>
internal sealed record Term(string Vietnamese, string English);

/// <summary>What the page shows and what the CSV file of the same name holds: one source, so that both say the same to the last digit.</summary>
/// <param name="Name">Of the file; stable.</param>
internal sealed record Table(string Name, Term Title, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    public static Table Of<T>(string name, string vietnamese, string english, IEnumerable<T> items, params Column<T>[] columns) => new(
        name, new(vietnamese, english), columns, [.. items.Select(item => columns.Select(column => Cell.Of(column.Value(item))).ToList())]);
}

/// <param name="Name">In the CSV file; stable.</param>
internal record Column(string Name, Term Title);

internal sealed record Column<T>(string Name, string Vietnamese, string English, Func<T, object?> Value) : Column(Name, new Term(Vietnamese, English));

/// <param name="Text">Empty where there is no value, which is not zero.</param>
/// <param name="IsCode">One of a fixed set, which <see cref="Terms"/> has words for.</param>
/// <param name="IsNumber">In the invariant culture, with all its digits.</param>
internal readonly record struct Cell(string Text, bool IsCode = false, bool IsNumber = false)
{
    // Dividing by one with the largest scale drops trailing zeros, as canonical JSON does.
    private const decimal One = 1.0000000000000000000000000000m;

    public static Cell Of(object? value) => value switch
    {
        null => new(""),
        string text => new(text),
        bool yes => new(yes ? "yes" : "no", IsCode: true),
        Enum code => new(JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString()), IsCode: true),
        decimal number => new((number / One).ToString(CultureInfo.InvariantCulture), IsNumber: true),
        int number => new(number.ToString(CultureInfo.InvariantCulture), IsNumber: true),
        long number => new(number.ToString(CultureInfo.InvariantCulture), IsNumber: true),
        DateOnly day => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        IEnumerable<string> texts => new(string.Join("; ", texts)),
        IEnumerable<int> numbers => new(string.Join("; ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))),
        _ => throw new ArgumentException($"No cell holds a {value.GetType()}.", nameof(value)),
    };
}
