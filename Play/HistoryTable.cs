using System.Globalization;
using System.Text;

namespace ClusterActors.Play;

/// <summary>The played years for a reader at a terminal: their clusters, one line each.</summary>
internal static class HistoryTable
{
    private static readonly string[] Headings = ["Year", "Cluster", "Schools", "Head", "Deputies", "Flag (Cờ thi đua)", "Certificate (Bằng khen)"];

    public static string Of(HistoryOutcome outcome)
    {
        var rows = outcome.Years.SelectMany(year => year.Clusters.Select(cluster => Cells(year.Year, cluster))).Prepend(Headings).ToList();
        var widths = Headings.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Emulation years {outcome.Years[0].Year} to {outcome.Years[^1].Year}: {outcome.Schools} schools in the end").AppendLine();
        foreach (var row in rows)
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return text.AppendLine().Append("* a source names it, or it is inferred from one; all else follows from invented sample data. --json has more.").ToString();
    }

    private static string[] Cells(int year, PlayedCluster c) =>
    [
        year.ToString(CultureInfo.InvariantCulture),
        c.Cluster,
        Marked(c.Members.Length.ToString(CultureInfo.InvariantCulture), c.Evidence["members"] == ClusterOutcome.Source),
        Marked(c.Officers.Acting == true ? $"{c.Officers.Head} (acting)" : c.Officers.Head, c.Officers.Evidence != ClusterOutcome.SampleOnly),
        string.Join(", ", c.Officers.Deputies),
        Marked(Nominated(c, "flag"), c.Evidence["flag"] == ClusterOutcome.Source),
        Marked(Nominated(c, "certificate"), c.Evidence["certificate"] == ClusterOutcome.Source),
    ];

    private static string Nominated(PlayedCluster c, string award) =>
        c.Awards.Where(a => a.Award == award).Select(a => a.State == "granted" ? a.School : $"{a.School} ({a.State})").ToArray() is { Length: > 0 } schools ? string.Join(", ", schools) : "nobody";

    private static string Marked(string text, bool stated) => stated ? $"{text}*" : text;
}
