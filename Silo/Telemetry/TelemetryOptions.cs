namespace ClusterActors.Silo.Telemetry;

/// <param name="Otlp">Where traces, metrics and logs are sent, over http/protobuf; null sends nothing anywhere.</param>
internal sealed record TelemetryOptions(Uri? Otlp)
{
    public static TelemetryOptions Off { get; } = new(Otlp: null);
}
