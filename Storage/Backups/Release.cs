using System.Reflection;

namespace ClusterActors.Storage.Backups;

internal static class Release
{
    public static string Name { get; } =
        typeof(Release).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
