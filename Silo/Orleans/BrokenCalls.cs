namespace ClusterActors.Silo;

/// <summary>
/// Ends a gateway's calls that were under way when its connection to a silo broke. A call comes to its grain by way of any silo, so nobody
/// tells the gateway that the one which was at work on it is gone, and it would wait for the whole time of a call. Calls of living silos are
/// answered meanwhile; of the others the outcome is unknown, as after any time-out.
/// </summary>
internal sealed class BrokenCalls(GatewayConnections connections) : IOutgoingGrainCallFilter
{
    private static readonly TimeSpan Meanwhile = TimeSpan.FromSeconds(2);

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var broken = connections.Broken;
        var call = context.Invoke();
        if (await Task.WhenAny(call, broken) == call)
            await call;
        else
            await call.WaitAsync(Meanwhile);
    }
}
