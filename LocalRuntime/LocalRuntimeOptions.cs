namespace ClusterActors.LocalRuntime;

/// <summary>Which grains a runtime carries, and its few measures.</summary>
public sealed class LocalRuntimeOptions
{
    private readonly Dictionary<Type, GrainClass> classes = [];

    /// <summary>After this a caller stops waiting with a <see cref="TimeoutException"/>; Orleans' own default.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>An activation nobody has called for so long is let go, at most a fifteenth of it later.</summary>
    public TimeSpan IdleAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Runs every turn of every grain. A simulator brings its own; it must run its tasks without a
    /// <see cref="SynchronizationContext"/>, which an await would otherwise prefer to the scheduler.
    /// </summary>
    public TaskScheduler Scheduler { get; set; } = TaskScheduler.Default;

    internal IReadOnlyDictionary<Type, GrainClass> Classes => classes;

    /// <summary>Answers <typeparamref name="TContract"/> with <typeparamref name="TGrain"/>; a class may be added under several contracts.</summary>
    /// <exception cref="ArgumentException">The contract is taken already.</exception>
    /// <exception cref="InvalidOperationException">The class has no constructor that could be used.</exception>
    public LocalRuntimeOptions Add<TContract, TGrain>()
        where TContract : class, IGrainWithStringKey
        where TGrain : class, TContract
    {
        var known = classes.Values.FirstOrDefault(grain => grain.Type == typeof(TGrain));
        if (!classes.TryAdd(typeof(TContract), known ?? new GrainClass(typeof(TGrain))))
            throw new ArgumentException($"{typeof(TContract).Name} is answered by {classes[typeof(TContract)]} already.");
        return this;
    }
}
