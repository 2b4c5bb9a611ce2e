namespace ClusterActors.LocalRuntime;

/// <summary>Stands around every call of a grain, inside its turn, as an incoming call filter does in Orleans. A runtime takes one from its services, if there is one.</summary>
public interface ICallFilter
{
    /// <param name="key">The grain's.</param>
    /// <param name="arguments">Of the method, in its order.</param>
    /// <param name="run">Runs the method; to be called once.</param>
    Task<TResult> CallAsync<TResult>(string key, IReadOnlyList<object?> arguments, Func<Task<TResult>> run);
}
