using System.Globalization;
using ClusterActors.Silo.Commands;
using ClusterActors.Storage;

namespace ClusterActors.Silo.Processes;

/// <summary>The command lines of a cluster's silos and gateways: this program, with the store in a variable, where only its owner can read it.</summary>
internal sealed class ClusterPlans(ClusterOptions options, ClusterPostgres postgres)
{
    private const string Listening = "Listening on ";

    public ProcessPlan Silo(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"silo-{number}");
        return Plan(
            name,
            [
                "silo", "--name", name, "--data", Path.Combine(options.Folder, name), "--urls", "http://127.0.0.1:0",
                "--snapshot-every", options.SnapshotEvery.ToString(CultureInfo.InvariantCulture),
            ]) with
        { Afterwards = () => postgres.BurySilosAsync(name) };
    }

    /// <summary>All gateways have the cluster's folder: whichever installs writes the first key there.</summary>
    public ProcessPlan Gateway(int number, int port) => Plan(
        string.Create(CultureInfo.InvariantCulture, $"gateway-{number}"),
        ["gateway", "--data", options.Folder, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")]);

    private ProcessPlan Plan(string name, string[] command) => new(
        name,
        [
            .. Launcher.Tied(Signal.Kill, asUser: null), Environment.ProcessPath!, .. ThisProgram(), .. command,
            "--silo-lost-after", options.SiloLostAfter.ToString(CultureInfo.InvariantCulture), .. options.Kind == FolderKind.Play ? (string[])["--played"] : [],
        ],
        line => line.StartsWith(Listening, StringComparison.Ordinal) ? line[Listening.Length..].Split(' ')[0] : null,
        Stop: Signal.Terminate,
        AtOurDeath: Signal.Kill)
    {
        Environment = new Dictionary<string, string> { [StoreOption.Variable] = postgres.Store },
    };

    // Started as "dotnet Silo.dll" the program is an argument, started as "Silo" it is the process itself.
    private static string[] ThisProgram() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ClusterPlans).Assembly.Location] : [];
}
