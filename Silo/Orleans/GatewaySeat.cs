using Orleans.Runtime;

namespace ClusterActors.Silo;

/// <summary>A gateway's connections to silos.</summary>
internal sealed class GatewaySeat(GatewayConnections connections, IGrainFactory grains) : OrleansSilos(grains)
{
    /// <summary>A gateway that has lost every connection makes one when it calls: without a call it would never be ready again.</summary>
    public override async ValueTask<int> CountAsync(CancellationToken cancel)
    {
        if (connections.Count > 0)
            return connections.Count;
        try
        {
            await Management.GetHosts(onlyActive: true, cancel).WaitAsync(Patience, cancel);
        }
        catch (Exception fault) when (fault is OrleansException or TimeoutException)
        {
            return 0;
        }

        return connections.Count;
    }

    public override Task<int?> ActivationsHereAsync() => Task.FromResult<int?>(null);
}

/// <summary>How many silos this process is connected to; kept by Orleans' client.</summary>
internal sealed class GatewayConnections
{
    private int count;
    private TaskCompletionSource broken = NotBroken();

    public int Count => Volatile.Read(ref count);

    /// <summary>Completes when the next of them ends.</summary>
    public Task Broken => Volatile.Read(ref broken).Task;

    public void Changed(object? sender, GatewayCountChangedEventArgs now)
    {
        Volatile.Write(ref count, now.NumberOfConnectedGateways);
        if (now.NumberOfConnectedGateways < now.PreviousNumberOfConnectedGateways)
            Interlocked.Exchange(ref broken, NotBroken()).SetResult();
    }

    private static TaskCompletionSource NotBroken() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
