using ClusterActors.Silo.Operators;
using ClusterActors.Silo.Telemetry.Prometheus;
using OpenTelemetry.Logs;

namespace ClusterActors.Silo.Telemetry;

internal static class TelemetryWiring
{
    /// <summary>First of all that is hosted, so that nothing goes unmeasured.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder, TelemetryOptions options, bool makesCheckpoints)
    {
        builder.Services
            .AddSingleton(options)
            .AddSingleton<PullExporter>()
            .AddSingleton<CommandTelemetry>()
            .AddSingleton<DeadlineWatch>()
            .AddSingleton<StoreSampler>()
            .AddSingleton<OperatorReport>()
            .AddHostedService<TelemetryService>()
            .AddHostedService(services =>
            {
                var sampler = services.GetRequiredService<StoreSampler>();
                var (instruments, checkpoints) = (services.GetRequiredService<Instruments>(), services.GetRequiredService<ObservedCheckpoints>());
                sampler.AddTo(instruments);
                if (makesCheckpoints)
                    instruments.Gauge("clusteractors.checkpoint.age", "s", "Time since this process last had a checkpoint over everything.", () => checkpoints.Age.TotalSeconds);
                return sampler;
            });
        if (options.Otlp is { } otlp)
        {
            builder.Logging.AddOpenTelemetry(logs => logs
                .SetResourceBuilder(TelemetryService.Resource)
                .AddOtlpExporter(sender => TelemetryService.SendTo(sender, otlp, "logs")));
        }
    }

    /// <summary>Needs no key: it tells nothing of persons, and Prometheus asks it as it asks for health.</summary>
    public static void MapMetrics(this WebApplication app) =>
        app.MapGet("/metrics", (PullExporter metrics) => TypedResults.Text(Exposition.Write(metrics.Read()), Exposition.ContentType));
}
