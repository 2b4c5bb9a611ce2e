using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace ClusterActors.LocalRuntime;

/// <summary>A method of a grain contract, compiled once so that a call costs no reflection.</summary>
internal abstract class GrainMethod
{
    private static readonly ConcurrentDictionary<MethodInfo, GrainMethod> Known = new();

    public static GrainMethod Of(MethodInfo method) => Known.GetOrAdd(method, Compile);

    /// <summary>Sends a call and returns at once with what the contract's method returns: a task of some kind.</summary>
    public abstract object Send(LocalGrains grains, Type contract, GrainAddress target, object?[] arguments);

    private static GrainMethod Compile(MethodInfo method)
    {
        var returns = method.ReturnType;
        var kind = returns.IsGenericType ? returns.GetGenericTypeDefinition() : returns;
        if (kind != typeof(Task) && kind != typeof(Task<>) && kind != typeof(ValueTask) && kind != typeof(ValueTask<>))
            throw new NotSupportedException($"{method.DeclaringType!.Name}.{method.Name} returns {returns.Name}; a grain's method returns a task.");

        var result = returns.IsGenericType ? returns.GetGenericArguments()[0] : typeof(NoResult);
        var grain = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var call = Expression.Call(
            Expression.Convert(grain, method.DeclaringType!),
            method,
            method.GetParameters().Select((parameter, i) =>
                Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(i)), parameter.ParameterType)));
        Expression run = kind == typeof(Task<>) ? call
            : kind == typeof(ValueTask<>) ? Expression.Call(call, nameof(ValueTask<>.AsTask), null)
            : Expression.Call(typeof(NoResult), nameof(NoResult.After), null, call);
        return (GrainMethod)Activator.CreateInstance(
            typeof(GrainMethod<>).MakeGenericType(result), method.Name, kind, Expression.Lambda(run, grain, arguments).Compile())!;
    }

    /// <summary>Stands where a method without a result has one.</summary>
    private readonly struct NoResult
    {
        public static async Task<NoResult> After(Task task)
        {
            await task;
            return default;
        }

        public static async Task<NoResult> After(ValueTask task)
        {
            await task;
            return default;
        }
    }
}

/// <inheritdoc/>
internal sealed class GrainMethod<TResult>(string name, Type kind, Func<object, object?[], Task<TResult>> run) : GrainMethod
{
    public string Name => name;

    public Task<TResult> Run(object grain, object?[] arguments) => run(grain, arguments);

    public override object Send(LocalGrains grains, Type contract, GrainAddress target, object?[] arguments)
    {
        var call = new Call<TResult>(contract, target, this, arguments);
        grains.Send(call);
        return kind == typeof(ValueTask<>) ? new ValueTask<TResult>(call.Outcome)
            : kind == typeof(ValueTask) ? new ValueTask(call.Outcome)
            : call.Outcome;
    }
}
