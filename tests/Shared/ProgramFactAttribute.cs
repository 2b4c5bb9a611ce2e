namespace ClusterActors.Tests;

/// <summary>Programs of the system that tests start; <c>./test</c> installs Debian's.</summary>
internal static class Programs
{
    public static string? SkipReason(params string[] names) => Array.Find(names, name => Find(name) is null) is { } missing ? $"no {missing} was found (PATH)" : null;

    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}

public sealed class PromtoolFactAttribute : FactAttribute
{
    public PromtoolFactAttribute() => Skip = Programs.SkipReason("promtool");
}

public sealed class PrometheusFactAttribute : FactAttribute
{
    public PrometheusFactAttribute() => Skip = Programs.SkipReason("prometheus");
}

public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Programs.SkipReason("chromium", "chromedriver");
}
