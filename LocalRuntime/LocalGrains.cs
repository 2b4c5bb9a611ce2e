using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClusterActors.LocalRuntime;

/// <summary>
/// The grains of one process: what a silo with its directory is to Orleans, here one table. Two of these over one journal
/// are two silos that know nothing of each other, and may so hold two live activations of one key.
/// </summary>
/// <remarks>
/// Arguments and answers cross by reference, so contracts hold immutable types only. As a hosted service it stops after
/// all that was registered behind it, which is where whatever calls grains belongs.
/// </remarks>
public sealed class LocalGrains : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<GrainAddress, Mailbox> mailboxes = new();
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FrozenDictionary<Type, GrainClass> classes;
    private readonly TimeSpan responseTimeout;
    private readonly IdleSweep idle;
    private volatile bool stopping;
    private int stops;
    private int underWay = 1; // the calls, and one for the runtime itself until it stops

    public LocalGrains(IServiceProvider services, LocalRuntimeOptions options, TimeProvider clock, ILogger<LocalGrains> logger)
    {
        (Services, Clock, Logger, Scheduler, Filter) = (services, clock, logger, options.Scheduler, services.GetService<ICallFilter>());
        classes = options.Classes.ToFrozenDictionary();
        responseTimeout = options.ResponseTimeout;
        idle = new IdleSweep(clock, options.IdleAfter, RetireUnusedSince);
        Factory = GrainFactoryProxy.Over(this);
    }

    public IGrainFactory Factory { get; }

    /// <summary>Grains that are active or have calls waiting.</summary>
    public int Count => mailboxes.Count;

    internal IServiceProvider Services { get; }

    internal TimeProvider Clock { get; }

    internal ILogger Logger { get; }

    internal TaskScheduler Scheduler { get; }

    internal ICallFilter? Filter { get; }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Refuses new calls and waits for those already taken, with the calls these still make of other grains. May be called again.
    /// </summary>
    /// <exception cref="OperationCanceledException">Some were still running; they go on.</exception>
    public Task StopAsync(CancellationToken cancellationToken = default)
    {
        stopping = true;
        if (Interlocked.Exchange(ref stops, 1) == 0)
        {
            Dispose();
            Ended();
        }

        return drained.Task.WaitAsync(cancellationToken);
    }

    public void Dispose() => idle.Dispose();

    internal object Reference(Type contract, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return classes.TryGetValue(contract, out var grain)
            ? GrainProxy.To(this, contract, new GrainAddress(grain, key))
            : throw new ArgumentException($"No grain was added for {contract}.", nameof(contract));
    }

    internal void Send(Call call)
    {
        // Counted before looking whether the runtime stops, or it could see itself drained in between.
        Interlocked.Increment(ref underWay);
        if (stopping && !call.HasCaller)
        {
            call.Refuse(new RuntimeStoppedException(call.ToString()));
            Ended();
            return;
        }

        call.WaitAtMost(responseTimeout, Clock);
        for (var mailbox = Open(call.Target); ; mailbox = Open(call.Target))
        {
            if (call.CycleThrough(mailbox) is { } path)
            {
                call.Refuse(new CallCycleException(path));
                Ended();
                return;
            }

            if (mailbox.TryPost(call))
                return;
            Forget(mailbox);
        }
    }

    internal void Ended()
    {
        if (Interlocked.Decrement(ref underWay) == 0)
            drained.TrySetResult();
    }

    internal void Forget(Mailbox retired) => mailboxes.TryRemove(new(retired.Address, retired));

    private Mailbox Open(GrainAddress address)
    {
        if (mailboxes.TryGetValue(address, out var mailbox))
            return mailbox;
        mailbox = mailboxes.GetOrAdd(address, new Mailbox(address, this));
        idle.Arm();
        return mailbox;
    }

    /// <remarks>The table's order differs from run to run; letting go does nothing a grain could see, so it may.</remarks>
    private bool RetireUnusedSince(DateTimeOffset time)
    {
        foreach (var (_, mailbox) in mailboxes)
            if (mailbox.TryRetire(time))
                Forget(mailbox);
        return !mailboxes.IsEmpty;
    }
}
