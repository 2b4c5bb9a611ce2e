namespace ClusterActors.Academy;

/// <summary>What a regulation must satisfy in its deadlines.</summary>
internal static class DeadlineChecks
{
    public static IEnumerable<string> Problems(Regulation r)
    {
        if (r.Deadlines.GroupBy(d => d.Step).Any(g => g.Count() > 1))
            yield return "A step has two deadlines.";
        if (r.Deadlines.Any(d => d.Day.Year < r.Year || d.Day.Year > r.Year + 1))
            yield return "A deadline lies outside the year and the one after it.";
        if (r.Deadlines.Any(d => d.Extension is { Times.Value: < 1 or > 20 }))
            yield return "A deadline is extended 1 to 20 times.";
        if (r.Deadlines.Any(d => d.Extension is { Days.Value: < 1 or > 366 }))
            yield return "A deadline is extended by 1 to 366 days.";
    }

    public static IEnumerable<string> Sources(Regulation r) =>
        r.Deadlines.SelectMany(d => d.Extension is { } e ? [d.Source, e.By.Source, e.Times.Source, e.Days.Source, .. e.Count is { } count ? [count.Source] : Array.Empty<string>()] : new[] { d.Source });
}
