using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ClusterActors.Silo.Commands;

internal static class RequestsAtOnceOption
{
    private const int Most = 100_000;

    public static Option<int> Create() => new("--requests-at-once")
    {
        Description = "How many requests the gateway works on at once; as many wait for their turn, and more are answered 503.",
        DefaultValueFactory = _ => ServerOptions.DefaultRequestsAtOnce,
        CustomParser = text => int.TryParse(text.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var requests) && requests is >= 1 and <= Most
            ? requests
            : Invalid(text),
    };

    private static int Invalid(ArgumentResult text)
    {
        text.AddError($"--requests-at-once takes 1 to {Most}.");
        return 0;
    }
}
