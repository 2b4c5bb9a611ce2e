using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ClusterActors.Silo.Archives;

/// <summary>The year as one page for any browser: no scripts, nothing from elsewhere, each term in Vietnamese with the English beneath.</summary>
internal sealed class ArchivePage(TextWriter page)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style =
        "body{font:15px/1.45 system-ui,sans-serif;color:#1c1c1c;background:#fff;max-width:76em;margin:2em auto;padding:0 1em}"
        + "h1,h2{font-weight:600;line-height:1.2}h2{margin-top:2.2em;border-bottom:1px solid #aaa}"
        + "small{display:block;font-weight:400;color:#595959}"
        + "div{overflow-x:auto}table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.3em .6em;text-align:left;vertical-align:top}"
        + "th{background:#f2f2f2}td.n{text-align:right;font-variant-numeric:tabular-nums}nav a{margin-right:1em}"
        + "code{overflow-wrap:anywhere}@media print{nav{display:none}body{max-width:none}}";

    public static async Task WriteAsync(ArchivedYear year, ArchiveCut cut, IReadOnlyList<Table> tables, Stream file)
    {
        await using var writer = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await new ArchivePage(writer).WriteAsync(year, cut, tables);
    }

    private async Task WriteAsync(ArchivedYear year, ArchiveCut cut, IReadOnlyList<Table> tables)
    {
        var title = new Term($"Hồ sơ năm thi đua {cut.Year.Year} – {year.ClusterName}", $"Archive of the emulation year {cut.Year.Year}, cluster {cut.Year.Cluster}");
        await page.WriteLineAsync("<!doctype html>");
        await page.WriteLineAsync($"<html lang=\"vi\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Encoded(title.Vietnamese)}</title><style>{Style}</style></head><body>");
        await page.WriteLineAsync($"<h1>{Both(title)}</h1>");
        await page.WriteLineAsync($"<p>{Both(new("Tệp này đọc được mà không cần hệ thống; các bảng cũng có dưới dạng CSV, cách kiểm tra có trong README.txt.", "This file is read without the system; its tables are also there as CSV, and README.txt says how to check it."))}</p>");
        await page.WriteLineAsync($"<p>{Both(new("Điểm kiểm tra của nhật ký", "Checkpoint of the journal"))}<code>{Convert.ToHexStringLower(cut.Checkpoint.Root)}@{Cell.Of(cut.Checkpoint.Number).Text}</code></p>");
        await page.WriteLineAsync($"<nav>{string.Concat(tables.Select(table => $"<a href=\"#{table.Name}\">{Encoded(table.Title.Vietnamese)}</a>"))}</nav>");
        foreach (var table in tables)
            await WriteAsync(table);
        await page.WriteLineAsync("</body></html>");
    }

    private async Task WriteAsync(Table table)
    {
        await page.WriteLineAsync($"<h2 id=\"{table.Name}\">{Both(table.Title)}</h2>");
        if (table.Rows.Count == 0)
        {
            await page.WriteLineAsync($"<p>{Both(new("Không có.", "None."))}</p>");
            return;
        }

        await page.WriteLineAsync($"<div><table><thead><tr>{string.Concat(table.Columns.Select(column => $"<th>{Both(column.Title)}</th>"))}</tr></thead><tbody>");
        foreach (var row in table.Rows)
            await page.WriteLineAsync($"<tr>{string.Concat(row.Select(Shown))}</tr>");
        await page.WriteLineAsync("</tbody></table></div>");
    }

    private static string Shown(Cell cell) => Terms.For(cell) is { } term ? $"<td>{Both(term)}</td>" : $"<td{(cell.IsNumber ? " class=\"n\"" : "")}>{Encoded(cell.Text)}</td>";

    private static string Both(Term term) => $"{Encoded(term.Vietnamese)}<small lang=\"en\">{Encoded(term.English)}</small>";

    private static string Encoded(string text) => Encoder.Encode(text);
}
