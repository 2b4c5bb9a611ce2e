using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ClusterActors.Storage;

namespace ClusterActors.Silo.Commands;

internal static class SnapshotOption
{
    public static Option<int> Create() => new("--snapshot-every")
    {
        Description = "After how many events a grain's state is kept, so that it need not be replayed whole; 0 keeps none.",
        DefaultValueFactory = _ => new SnapshotOptions().Every,
        CustomParser = text => int.TryParse(text.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var events) ? events : Invalid(text),
    };

    private static int Invalid(ArgumentResult text)
    {
        text.AddError("--snapshot-every takes a number of events, or 0.");
        return 0;
    }
}
