using System.Text;

namespace ClusterActors.Silo.Telemetry.Prometheus;

/// <summary>Names by the rules with which OpenTelemetry's metrics become Prometheus' (specification, "Prometheus and OpenMetrics Compatibility").</summary>
internal static class MetricName
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["d"] = "days", ["h"] = "hours", ["min"] = "minutes", ["s"] = "seconds", ["ms"] = "milliseconds", ["us"] = "microseconds", ["ns"] = "nanoseconds",
        ["By"] = "bytes", ["KiBy"] = "kibibytes", ["MiBy"] = "mebibytes", ["GiBy"] = "gibibytes", ["%"] = "percent",
    };

    /// <param name="unit">As UCUM writes it; what stands in braces is a remark and no unit.</param>
    public static string Of(string name, string? unit, string type)
    {
        var parts = Clean(name).Split('_', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (type == "counter")
            parts.RemoveAll(part => part == "total");
        if (Word(unit, type) is { } word && !parts.Contains(word))
            parts.Add(word);
        if (type == "counter")
            parts.Add("total");
        var whole = string.Join('_', parts);
        return char.IsAsciiDigit(whole[0]) ? "_" + whole : whole;
    }

    public static string Label(string name)
    {
        var clean = Clean(name);
        return char.IsAsciiDigit(clean[0]) ? "_" + clean : clean;
    }

    private static string? Word(string? unit, string type)
    {
        var bare = Bare(unit);
        if (bare.Length == 0)
            return null;
        if (bare == "1")
            return type == "gauge" ? "ratio" : null;
        var (of, per) = bare.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? (bare[..slash], bare[(slash + 1)..]) : (bare, null);
        var word = Units.GetValueOrDefault(of, Clean(of));
        var whole = per is { Length: > 0 } ? $"{word}_per_{Units.GetValueOrDefault(per, Clean(per)).TrimEnd('s')}".TrimStart('_') : word;
        return whole.Length > 0 ? whole : null;
    }

    private static string Bare(string? unit)
    {
        var bare = new StringBuilder();
        var depth = 0;
        foreach (var c in unit ?? "")
        {
            if (c == '{')
                depth++;
            else if (c == '}')
                depth--;
            else if (depth == 0)
                bare.Append(c);
        }

        return bare.ToString();
    }

    private static string Clean(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
