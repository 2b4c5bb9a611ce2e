using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;

namespace ClusterActors.Play;

/// <summary>One cluster's outcome for a reader at a terminal.</summary>
internal static class ClusterTable
{
    private const string Legend = "source: a published source states this outcome; sample: it follows from invented sample data.";

    public static string Of(int year, ClusterOutcome c)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Emulation year {year}, cluster {c.Cluster}: {c.Name}").AppendLine();
        Row(text, "Pact signed", $"{c.Signed} of {c.Members} schools", c.Evidence["signed"]);
        Row(text, "Mean score", c.MeanScore.ToString("0.00", CultureInfo.InvariantCulture), c.Evidence["ranking"]);
        Row(text, "Flag (Cờ thi đua)", Names(c.Flag), c.Evidence["flag"]);
        Row(text, "Certificate (Bằng khen)", Names(c.Certificate), c.Evidence["certificate"]);
        Row(text, $"Head {c.NextOfficers.Year}", c.NextOfficers.Acting == true ? $"{c.NextOfficers.Head} (acting)" : c.NextOfficers.Head, c.Evidence["nextHead"]);
        Row(text, $"Deputies {c.NextOfficers.Year}", Names(c.NextOfficers.Deputies), c.Evidence["nextOfficers"]);
        Row(text, "Head in office", c.HeadInOffice, c.Evidence["headInOffice"]);
        foreach (var decided in c.Decisions)
            Row(text, $"Academy on {decided.Award}", $"{decided.School}: {decided.State}", "sample");
        text.AppendLine();
        foreach (var school in c.Ranking)
            Row(text, $"Rank {school.Rank}", $"{school.School,-22} {school.Total.ToString("0.00", CultureInfo.InvariantCulture),7}", c.Evidence["ranking"]);
        foreach (var (indicator, figure) in c.Statistics ?? ReadOnlyDictionary<string, PlayedFigure>.Empty)
            Row(text, indicator, $"{Qualified(figure.Qualifier)}{figure.Value.ToString(CultureInfo.InvariantCulture)}", figure.Evidence);
        return text.AppendLine().Append(Legend).ToString();
    }

    private static void Row(StringBuilder text, string what, string value, string evidence) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"  {what,-26} {value,-34} {evidence}");

    private static string Qualified(string qualifier) => qualifier switch { "more-than" => "more than ", "about" => "about ", _ => "" };

    private static string Names(string[] schools) => schools.Length == 0 ? "nobody" : string.Join(", ", schools);
}
