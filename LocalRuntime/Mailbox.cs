namespace ClusterActors.LocalRuntime;

/// <summary>
/// The calls of one grain, taken one at a time in the order they came; each runs to its end, awaits included. Activations
/// come and go behind it, but it never has two. Without an activation and without calls it retires and takes no call any more.
/// </summary>
internal sealed class Mailbox(GrainAddress address, LocalGrains grains)
{
    private readonly Lock gate = new();
    private readonly Queue<Call> waiting = new();
    private LocalActivation? activation;
    private DateTimeOffset lastUsed;
    private bool busy;
    private bool retired;

    public GrainAddress Address => address;

    /// <summary>False when this mailbox has retired; the call then belongs into a new one.</summary>
    public bool TryPost(Call call)
    {
        lock (gate)
        {
            if (retired)
                return false;
            if (busy)
            {
                waiting.Enqueue(call);
                return true;
            }

            busy = true;
        }

        Start(call);
        return true;
    }

    /// <summary>Lets the activation go unless a call runs or waits or the last one ended after <paramref name="usedBefore"/>.</summary>
    public bool TryRetire(DateTimeOffset usedBefore)
    {
        lock (gate)
        {
            if (busy || lastUsed > usedBefore)
                return false;
            activation = null;
            return retired = true;
        }
    }

    /// <summary>One task for each call, so that the scheduler has the say between any two.</summary>
    private void Start(Call call)
    {
        using (ExecutionContext.SuppressFlow())
            _ = Task.Factory.StartNew(
                () => TakeAsync(call), CancellationToken.None, TaskCreationOptions.DenyChildAttach, grains.Scheduler);
    }

    private async Task TakeAsync(Call call)
    {
        call.BeginIn(this);
        var failure = Activate();
        if (failure is null)
            await call.RunAsync(activation!.Grain, grains.Filter);

        // First the mailbox, then the answer: whoever has the answer finds the mailbox as the call left it.
        End();
        if (failure is null)
            call.Answer();
        else
            call.Refuse(failure);
        grains.Ended();
    }

    private Exception? Activate()
    {
        if (activation is { DropAsked: false })
            return null;
        try
        {
            activation = null;
            activation = new LocalActivation(address, grains.Services);
            return null;
        }
        catch (Exception failure)
        {
            grains.Logger.ActivationFailed(failure, address.Class, address.Key);
            return failure;
        }
    }

    private void End()
    {
        Call? next;
        bool empty;
        var now = grains.Clock.GetUtcNow();
        lock (gate)
        {
            lastUsed = now;
            if (activation is { DropAsked: true })
            {
                grains.Logger.ActivationDropped(address.Class, address.Key);
                activation = null;
            }

            busy = waiting.TryDequeue(out next);
            retired = empty = !busy && activation is null;
        }

        if (next is not null)
            Start(next);
        else if (empty)
            grains.Forget(this);
    }
}
