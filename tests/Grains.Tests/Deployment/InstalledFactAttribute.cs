namespace ClusterActors.Tests.Deployment;

/// <summary>Needs a program of the machine's that nothing here installs.</summary>
public sealed class InstalledFactAttribute : FactAttribute
{
    public InstalledFactAttribute(string program) => Skip =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)))
            ? null
            : $"{program} is not installed";
}
