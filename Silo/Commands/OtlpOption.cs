using System.CommandLine;
using System.CommandLine.Parsing;

namespace ClusterActors.Silo.Commands;

internal static class OtlpOption
{
    public static Option<Uri?> Create() => new("--otlp")
    {
        Description = "Where traces, metrics and logs are sent by OpenTelemetry's protocol over HTTP, as in http://127.0.0.1:4318. Default: nowhere",
        CustomParser = text => Uri.TryCreate(text.Tokens[0].Value, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") ? uri : Invalid(text),
    };

    private static Uri? Invalid(ArgumentResult text)
    {
        text.AddError($"'{text.Tokens[0].Value}' is no http address.");
        return null;
    }
}
