using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;

namespace ClusterActors.Silo.Commands;

internal static class SiloAddressOption
{
    public static Option<IPAddress> Create() => new("--address")
    {
        Description = "The address of this machine under which other silos and gateways reach this silo.",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = text => IPAddress.TryParse(text.Tokens[0].Value, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)
            ? address
            : Invalid(text),
    };

    private static IPAddress Invalid(ArgumentResult text)
    {
        text.AddError("--address takes one address of this machine, as in 192.0.2.1.");
        return IPAddress.None;
    }
}
