using System.Globalization;
using System.Text;

namespace ClusterActors.Silo.Telemetry.Prometheus;

/// <summary>Metrics in Prometheus' text format 0.0.4.</summary>
internal static class Exposition
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families)
        {
            text.Append("# HELP ").Append(family.Name).Append(' ').Append(family.Help.Replace("\\", "\\\\").Replace("\n", "\\n")).Append('\n');
            text.Append("# TYPE ").Append(family.Name).Append(' ').Append(family.Type).Append('\n');
            foreach (var sample in family.Samples)
                Write(text, family.Name, sample);
        }

        return text.ToString();
    }

    public static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    private static void Write(StringBuilder text, string name, Sample sample)
    {
        text.Append(name).Append(sample.Suffix);
        if (sample.Labels.Count > 0)
            text.Append('{').AppendJoin(',', sample.Labels.Select(label => $"{label.Key}=\"{Escaped(label.Value)}\"")).Append('}');
        text.Append(' ').Append(Number(sample.Value)).Append('\n');
    }

    private static string Escaped(string value) => value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
}
