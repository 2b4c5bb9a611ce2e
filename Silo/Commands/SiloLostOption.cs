using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ClusterActors.Silo.Commands;

internal static class SiloLostOption
{
    private const int Longest = 600;

    public static Option<int> Create() => new("--silo-lost-after")
    {
        Description = "Seconds of silence after which a silo is taken for lost; the same for every process of the cluster.",
        DefaultValueFactory = _ => (int)ClusterTimes.Default.SiloLostAfter.TotalSeconds,
        CustomParser = text => int.TryParse(text.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= Longest
            ? seconds
            : Invalid(text),
    };

    private static int Invalid(ArgumentResult text)
    {
        text.AddError($"--silo-lost-after takes 1 to {Longest} seconds.");
        return 0;
    }
}
