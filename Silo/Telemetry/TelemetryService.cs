using ClusterActors.Silo.Telemetry.Prometheus;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ClusterActors.Silo.Telemetry;

/// <summary>
/// Connects meters and sources with those who read them, from before everything else starts until after everything else has
/// stopped. Meters are always connected, for <c>/metrics</c>; spans are made only when they are sent somewhere.
/// </summary>
internal sealed class TelemetryService(TelemetryOptions options, Instruments instruments, PullExporter exporter) : IHostedService
{
    private const int MetricsEvery = 15_000;
    private const int MostSpansWaiting = 16_384;
    private const int MostSeries = 2_000;

    private static readonly string[] Meters = [Instruments.Name, "Microsoft.AspNetCore.*", "Microsoft.Orleans", "Npgsql", "System.Runtime"];
    private static readonly string[] Sources = [Instruments.Name, HttpSpans.Source, "Microsoft.Orleans.*", "Npgsql"];

    private const string Driver = "Npgsql";

    // Without the database's address, name and user: metrics are told without a key.
    private static readonly string[] OfDriver = ["db.client.connection.pool.name", "db.client.connection.state", "error.type"];

    private MeterProvider? meters;
    private TracerProvider? spans;

    public static ResourceBuilder Resource { get; } = ResourceBuilder.CreateEmpty()
        .AddService("cluster-actors", serviceVersion: typeof(TelemetryService).Assembly.GetName().Version?.ToString(), autoGenerateServiceInstanceId: true);

    public static void SendTo(OtlpExporterOptions sender, Uri otlp, string signal)
    {
        sender.Protocol = OtlpExportProtocol.HttpProtobuf;
        sender.Endpoint = new Uri($"{otlp.AbsoluteUri.TrimEnd('/')}/v1/{signal}");
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var reading = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(Resource)
            .AddMeter(Meters)
            .AddView(instrument => instrument.Meter.Name == Driver
                ? new MetricStreamConfiguration { CardinalityLimit = MostSeries, TagKeys = OfDriver }
                : new MetricStreamConfiguration { CardinalityLimit = MostSeries })
            .AddReader(new BaseExportingMetricReader(exporter));
        if (options.Otlp is { } otlp)
        {
            spans = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(Resource)
                .AddSource(Sources)
                .AddProcessor(new HttpSpans())
                .AddOtlpExporter(sender =>
                {
                    SendTo(sender, otlp, "traces");
                    sender.BatchExportProcessorOptions.MaxQueueSize = MostSpansWaiting;
                })
                .Build();
            reading.AddOtlpExporter((sender, reader) =>
            {
                SendTo(sender, otlp, "metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = MetricsEvery;
            });
        }

        meters = reading.Build();
        instruments.BeginAtZero();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        spans?.Dispose();
        meters?.Dispose();
        return Task.CompletedTask;
    }
}
