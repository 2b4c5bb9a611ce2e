using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ClusterActors.Silo.Commands;

internal static class StopNoticeOption
{
    /// <summary>A gateway's, where nothing else is said.</summary>
    public static readonly TimeSpan OfGateway = TimeSpan.FromSeconds(1);

    private const int Longest = 300;

    /// <summary>A gateway has somebody before it who asks whether it is ready; the others need no time for that.</summary>
    public static Option<int> Create(ServerPart part) => new("--stop-notice")
    {
        Description = "Seconds from 'not ready' to the end of service when it is asked to stop; longer than whoever sends requests takes to notice.",
        DefaultValueFactory = _ => part == ServerPart.Gateway ? (int)OfGateway.TotalSeconds : 0,
        CustomParser = text => int.TryParse(text.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= Longest
            ? seconds
            : Invalid(text),
    };

    private static int Invalid(ArgumentResult text)
    {
        text.AddError($"--stop-notice takes 0 to {Longest} seconds.");
        return 0;
    }
}
