using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;

namespace ClusterActors.Bench.Reports;

/// <summary>What a figure is worth nothing without.</summary>
/// <param name="LoadBefore">Processes that ran or waited in the minute before, by /proc/loadavg: near 0 on a machine fit for measuring.</param>
internal sealed record Machine(int Cores, string Os, string Architecture, string Dotnet, string Gc, double? LoadBefore)
{
    private const string LoadFile = "/proc/loadavg";

    public static Machine Here() => new(
        Environment.ProcessorCount,
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString(),
        RuntimeInformation.FrameworkDescription,
        GCSettings.IsServerGC ? "server" : "workstation",
        Load());

    private static double? Load() =>
        File.Exists(LoadFile) ? double.Parse(File.ReadAllText(LoadFile).Split(' ')[0], CultureInfo.InvariantCulture) : null;
}
