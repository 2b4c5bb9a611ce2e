using System.Diagnostics;

namespace ClusterActors.LocalRuntime;

/// <summary>
/// One call on its way. While it runs it is also the top of its chain of calls, which travels with the grain's awaits.
/// </summary>
internal abstract class Call(Type contract, GrainAddress target, string method)
{
    private static readonly AsyncLocal<Call?> UnderWay = new();

    private readonly Activity? activity = Activity.Current;
    private Call? caller = UnderWay.Value is { over: false } running ? running : null;
    private Mailbox? mailbox;
    private ITimer? deadline;
    private volatile bool over;

    public GrainAddress Target { get; } = target;

    /// <summary>Whether a call that still runs has made this one.</summary>
    public bool HasCaller => caller is { over: false };

    /// <summary>Lets the caller wait so long and no longer. The call itself goes on: a time-out is an unknown outcome.</summary>
    public void WaitAtMost(TimeSpan time, TimeProvider clock) =>
        deadline = clock.CreateTimer(
            _ => Fail(new TimeoutException($"{this} gave no answer within {time:c}; its outcome is unknown.")), null, time, Timeout.InfiniteTimeSpan);

    /// <summary>The way round if <paramref name="to"/> already waits for this call, else null.</summary>
    /// <remarks>The chain is cut where a call is over, since nobody waits for what an ended call has left behind.</remarks>
    public string? CycleThrough(Mailbox to)
    {
        var path = new Stack<GrainAddress>([Target]);
        for (var frame = caller; frame is { over: false }; frame = frame.caller)
        {
            path.Push(frame.Target);
            if (frame.mailbox == to)
                return string.Join(" -> ", path);
        }

        return null;
    }

    /// <summary>
    /// Makes this call the top of its chain in the present flow, which starts without the caller's ambient values:
    /// between two processes there would be none. Only the trace is carried over, as Orleans does.
    /// </summary>
    public void BeginIn(Mailbox place)
    {
        mailbox = place;
        UnderWay.Value = this;
        Activity.Current = activity;
    }

    /// <summary>Runs the method to its end; what it throws is kept for the caller.</summary>
    public abstract Task RunAsync(object grain, ICallFilter? filter);

    public void Answer()
    {
        over = true;
        caller = null;
        deadline?.Dispose();
        Succeed();
    }

    public void Refuse(Exception reason)
    {
        over = true;
        caller = null;
        deadline?.Dispose();
        Fail(reason);
    }

    public override string ToString() => $"{contract.Name}/{Target.Key}.{method}";

    protected abstract void Succeed();

    protected abstract void Fail(Exception reason);
}

/// <inheritdoc/>
internal sealed class Call<TResult>(Type contract, GrainAddress target, GrainMethod<TResult> method, object?[] arguments)
    : Call(contract, target, method.Name)
{
    // Asynchronous, or the caller's next steps would run inside this grain's turn.
    private readonly TaskCompletionSource<TResult> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult? result;
    private Exception? fault;

    public Task<TResult> Outcome => outcome.Task;

    public override async Task RunAsync(object grain, ICallFilter? filter)
    {
        try
        {
            result = await (filter is null ? method.Run(grain, arguments) : filter.CallAsync(Target.Key, arguments, () => method.Run(grain, arguments)));
        }
        catch (Exception thrown)
        {
            fault = thrown;
        }
    }

    protected override void Succeed()
    {
        if (fault is null)
            outcome.TrySetResult(result!);
        else
            outcome.TrySetException(fault);
    }

    protected override void Fail(Exception reason) => outcome.TrySetException(reason);
}
