using System.CommandLine;

namespace ClusterActors.Silo.Commands;

internal static class SiloLostOption
{
    private const int Longest = 600;

    public static Option<int> Create()
    {
        var seconds = new Option<int>("--silo-lost-after")
        {
            Description = "Seconds of silence after which a silo is taken for lost; the same for every process of the cluster.",
            DefaultValueFactory = _ => (int)ClusterTimes.Default.SiloLostAfter.TotalSeconds,
        };
        seconds.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > Longest)
                given.AddError($"--silo-lost-after takes 1 to {Longest} seconds.");
        });
        return seconds;
    }
}
