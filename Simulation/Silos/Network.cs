using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using ClusterActors.Journal;

namespace ClusterActors.Simulation.Silos;

/// <summary>
/// Calls between callers and silos, with a directory that says which silo holds a grain and is sometimes wrong. A call is lost,
/// doubled, delayed past its caller's patience, overtaken by the next one; so is its reply.
/// </summary>
internal sealed class Network
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Overlong = TimeSpan.FromSeconds(34);

    private readonly World world;
    private readonly Dictionary<string, int> directory = new(StringComparer.Ordinal);

    public Network(World world)
    {
        this.world = world;
        Grains = FactoryProxy.Over(this);
    }

    public IGrainFactory Grains { get; }

    /// <exception cref="TimeoutException">The outcome is unknown.</exception>
    public async Task<Answer> CallAsync(string key, GrainRequest request)
    {
        var reply = new TaskCompletionSource<Answer>();
        for (var copies = world.Strikes(f => f.DoubledCalls, "doubled call") ? 2 : 1; copies > 0; copies--)
            world.Start(() => DeliverAsync(key, request, reply));
        await Task.WhenAny(reply.Task, world.Time.Sleep(Patience));
        return reply.Task.IsCompleted ? await reply.Task : throw new TimeoutException($"{key} has not answered within {Patience}.");
    }

    private async Task DeliverAsync(string key, GrainRequest request, TaskCompletionSource<Answer> reply)
    {
        await world.Time.Sleep(world.Strikes(f => f.DelayedCalls, "delayed call") ? world.Chance.UpTo(Overlong) : world.Chance.UpTo(TimeSpan.FromMilliseconds(20)));
        if (world.Strikes(f => f.LostCalls, "lost call"))
            return;
        var life = world.Silos[SiloOf(key)].Life;
        Answer answer;
        try
        {
            answer = await life.Activate(key).RunAsync(request.Run);
        }
        catch (JournalException fault) when (Joint.IsMade(fault))
        {
            if (!life.Dead)
                reply.TrySetException(fault);
            return;
        }

        if (life.Dead)
            return;
        world.Answered(key, request, answer);
        if (world.Strikes(f => f.LostReplies, "lost reply"))
            return;
        await world.Time.Sleep(world.Chance.UpTo(TimeSpan.FromMilliseconds(20)));
        reply.TrySetResult(answer);
    }

    private int SiloOf(string key)
    {
        if (!directory.TryGetValue(key, out var silo) || world.Strikes(f => f.OtherActivations, "second activation"))
            silo = directory[key] = world.Chance.Below(world.Silos.Count);
        return silo;
    }
}

/// <summary>What is asked of a grain, as an observer sees it.</summary>
/// <param name="OperationId">Under which the answer is kept.</param>
/// <param name="Content">What was sent, as canonical JSON, with its actor.</param>
/// <param name="Command">A command, or the outcome of a step.</param>
internal sealed record GrainRequest(string OperationId, string Content, object Command, Func<object, Task<Answer>> Run);

[SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy derives from it at run time.")]
internal class FactoryProxy : DispatchProxy
{
    private Network network = null!;

    public static IGrainFactory Over(Network network)
    {
        var factory = Create<IGrainFactory, FactoryProxy>();
        ((FactoryProxy)(object)factory).network = network;
        return factory;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => (targetMethod, args) switch
    {
        ({ Name: nameof(IGrainFactory.GetGrain), IsGenericMethod: true }, [string key, null]) =>
            GrainProxy.To(network, targetMethod.GetGenericArguments()[0], key),
        _ => throw new NotSupportedException($"IGrainFactory.{targetMethod!.Name} is not part of the simulation."),
    };
}

[SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy derives from it at run time.")]
internal class GrainProxy : DispatchProxy
{
    private Network network = null!;
    private string key = null!;

    public static object To(Network network, Type contract, string key)
    {
        var proxy = Create(contract, typeof(GrainProxy));
        (((GrainProxy)proxy).network, ((GrainProxy)proxy).key) = (network, key);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = targetMethod!;
        var (operation, content, command) = args![0] switch
        {
            StepOutcome outcome => ($"step:{outcome.MessageId}", Content(outcome.Answer, outcome.Target), outcome),
            { } envelope => Of(envelope),
            null => throw new ArgumentException("A grain is told something.", nameof(args)),
        };
        return network.CallAsync(key, new(operation, content, command, grain => (Task<Answer>)method.Invoke(grain, BindingFlags.DoNotWrapExceptions, null, args, null)!));
    }

    private static (string Operation, string Content, object Command) Of(object envelope)
    {
        var type = envelope.GetType();
        var command = type.GetProperty(nameof(Envelope<object>.Command))!;
        var actor = type.GetProperty(nameof(Envelope<object>.Actor))!.GetValue(envelope)!;
        return (
            (string)type.GetProperty(nameof(Envelope<object>.OperationId))!.GetValue(envelope)!,
            Content(command.GetValue(envelope)!, actor.ToString()!, command.PropertyType),
            command.GetValue(envelope)!);
    }

    private static string Content(object content, string actor, Type? type = null) =>
        $"{actor} {System.Text.Json.JsonSerializer.Serialize(content, type ?? content.GetType(), CanonicalJson.Options)}";
}
