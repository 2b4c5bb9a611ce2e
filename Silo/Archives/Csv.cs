using System.Text;

namespace ClusterActors.Silo.Archives;

/// <summary>
/// A table as comma-separated values (RFC 4180): UTF-8 with a byte order mark, every cell quoted. A text that a spreadsheet would take for a
/// formula has an apostrophe in front.
/// </summary>
internal static class Csv
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static async Task WriteAsync(Table table, Stream file)
    {
        await using var writer = new StreamWriter(file, WithMark, leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', table.Columns.Select(column => Quoted(column.Name))));
        foreach (var row in table.Rows)
            await writer.WriteLineAsync(string.Join(',', row.Select(cell => Quoted(cell.IsNumber ? cell.Text : Harmless(cell.Text)))));
    }

    private static string Harmless(string text) => text is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r', ..] ? $"'{text}" : text;

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
