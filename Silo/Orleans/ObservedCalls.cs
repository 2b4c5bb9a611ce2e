using ClusterActors.Silo.Telemetry;

namespace ClusterActors.Silo;

internal sealed class ObservedCalls(CommandTelemetry telemetry) : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context) => telemetry.ObserveAsync(
        context.TargetId.Key.ToString()!,
        context.Request.GetArgumentCount() > 0 ? context.Request.GetArgument(0) : null,
        async () =>
        {
            await context.Invoke();
            return context.Result;
        });
}
