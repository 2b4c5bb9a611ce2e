using ClusterActors.LocalRuntime;
using ClusterActors.Silo.Telemetry;

namespace ClusterActors.Silo;

internal sealed class ObservedCalls(CommandTelemetry telemetry) : ICallFilter
{
    public Task<TResult> CallAsync<TResult>(string key, IReadOnlyList<object?> arguments, Func<Task<TResult>> run) =>
        telemetry.ObserveAsync(key, arguments.Count > 0 ? arguments[0] : null, run);
}
