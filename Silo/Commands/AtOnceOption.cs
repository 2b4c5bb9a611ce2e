using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ClusterActors.Silo.Commands;

/// <summary>How much a gateway takes on at once.</summary>
internal static class AtOnceOption
{
    private const int MostRequests = 100_000;
    private const int MostArchives = 100;

    public static Option<int> Requests() => Create(
        "--requests-at-once",
        "How many requests the gateway works on at once; as many wait for their turn, and more are answered 503.",
        ServerOptions.DefaultRequestsAtOnce,
        MostRequests);

    public static Option<int> Archives() => Create(
        "--archives-at-once", "How many archives of years the gateway makes at once; more are answered 429.", ServerOptions.DefaultArchivesAtOnce, MostArchives);

    private static Option<int> Create(string name, string description, int usual, int most) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => usual,
        CustomParser = text => int.TryParse(text.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted >= 1 && wanted <= most
            ? wanted
            : Invalid(text, name, most),
    };

    private static int Invalid(ArgumentResult text, string name, int most)
    {
        text.AddError($"{name} takes 1 to {most}.");
        return 0;
    }
}
