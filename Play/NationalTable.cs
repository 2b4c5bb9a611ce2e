using System.Globalization;
using System.Text;

namespace ClusterActors.Play;

/// <summary>The outcomes of all clusters for a reader at a terminal: one line each.</summary>
internal static class NationalTable
{
    private const char SourceMark = '*';

    private static readonly string[] Headings =
        ["Cluster", "Schools", "Signed", "Mean", "Flag (Cờ thi đua)", "Certificate (Bằng khen)", "Next head", "Next deputies", "Head in office", "Academy granted"];

    public static string Of(Outcome outcome)
    {
        var rows = outcome.Clusters.Select(Cells).Prepend(Headings).ToList();
        var widths = Headings.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Emulation year {outcome.Year}: {outcome.Clusters.Count} clusters, {outcome.Clusters.Sum(c => c.Members)} schools").AppendLine();
        foreach (var row in rows)
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return text.AppendLine().Append(SourceMark).Append(" a published source states this outcome; all else follows from invented sample data. --json has more, --cluster shows one.").ToString();
    }

    private static string[] Cells(ClusterOutcome c) =>
    [
        c.Cluster,
        Marked(c, "members", c.Members.ToString(CultureInfo.InvariantCulture)),
        Marked(c, "signed", c.Signed.ToString(CultureInfo.InvariantCulture)),
        c.MeanScore.ToString("0.00", CultureInfo.InvariantCulture),
        Marked(c, "flag", Names(c.Flag)),
        Marked(c, "certificate", Names(c.Certificate)),
        Marked(c, "nextHead", c.NextOfficers.Acting == true ? $"{c.NextOfficers.Head} (acting)" : c.NextOfficers.Head),
        Marked(c, "nextOfficers", Names(c.NextOfficers.Deputies)),
        Marked(c, "headInOffice", c.HeadInOffice),
        $"{c.Decisions.Count(d => d.State == "granted")} of {c.Decisions.Length}",
    ];

    private static string Marked(ClusterOutcome c, string outcome, string text) => c.Evidence[outcome] == ClusterOutcome.Source ? $"{text}{SourceMark}" : text;

    private static string Names(string[] schools) => schools.Length == 0 ? "nobody" : string.Join(", ", schools);
}
