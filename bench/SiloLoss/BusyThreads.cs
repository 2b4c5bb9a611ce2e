namespace ClusterActors.Bench.SiloLoss;

/// <summary>Threads that do nothing but take the processor.</summary>
internal sealed class BusyThreads : IDisposable
{
    private volatile bool ended;

    public static BusyThreads Start(int count)
    {
        var threads = new BusyThreads();
        for (var n = 0; n < count; n++)
            new Thread(threads.Work) { IsBackground = true }.Start();
        return threads;
    }

    public void Dispose() => ended = true;

    private void Work()
    {
        while (!ended)
            Thread.SpinWait(1_000);
    }
}
