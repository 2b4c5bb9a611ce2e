namespace ClusterActors.Tests.Architecture;

/// <summary>The same journal must give the same bytes everywhere, and grains must not lean on a runtime that may not be there.</summary>
public sealed class ForbiddenUseTests
{
    private static readonly string[] Types =
    [
        "System.Random", "System.Security.Cryptography.RandomNumberGenerator", "System.Threading.Thread", "System.Threading.ThreadPool",
        "System.Threading.Tasks.Parallel", "System.Diagnostics.Stopwatch", "System.Collections.Immutable.ImmutableDictionary`2",
        "System.Collections.Immutable.ImmutableHashSet`1",
    ];

    private static readonly string[] Members =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.TimeProvider.get_System", "System.Guid.NewGuid", "System.Guid.CreateVersion7",
        "System.Threading.Tasks.Task.Run", "System.Threading.Tasks.Task.Delay", "ConfigureAwait(bool)",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
        "System.Environment.get_TickCount", "System.Environment.get_TickCount64",
    ];

    // The local runtime starts turns on a scheduler that it is given; grains start nothing.
    private const string StartNew = "System.Threading.Tasks.TaskFactory.StartNew";

    private static readonly string[] OfOrleans =
    [
        "Orleans.Grain", "Orleans.Grain`1", "Orleans.IGrainBase", "Orleans.Runtime.IGrainContext", "Orleans.Runtime.IPersistentState`1",
        "Orleans.Runtime.PersistentStateAttribute", "Orleans.Runtime.GrainId", "Orleans.IRemindable", "Orleans.Timers.IReminderRegistry",
    ];

    private static IEnumerable<string> Nondeterminism(AssemblyMetadata assembly) => assembly.UsedTypes.Intersect(Types).Concat(assembly.UsedMembers.Intersect(Members));

    private static IEnumerable<string> OrleansUse(AssemblyMetadata assembly) => assembly.UsedTypes.Intersect(OfOrleans);

    private static IEnumerable<string> OrleansNamespaces(AssemblyMetadata assembly) =>
        assembly.DeclaredNamespaces.Where(ns => ns == "Orleans" || ns.StartsWith("Orleans.", StringComparison.Ordinal));

    [Theory]
    [InlineData("Grains")]
    [InlineData("Grains.Interfaces")]
    [InlineData("LocalRuntime")]
    [InlineData("Simulation")]
    public void nothing_ambient_is_used(string assembly) => Assert.Empty(Nondeterminism(AssemblyMetadata.Read(assembly)));

    [Theory]
    [InlineData("Grains")]
    [InlineData("Grains.Interfaces")]
    public void grains_start_no_tasks(string assembly) => Assert.DoesNotContain(StartNew, AssemblyMetadata.Read(assembly).UsedMembers);

    [Theory]
    [InlineData("Grains")]
    [InlineData("LocalRuntime")]
    public void nothing_of_orleans_runtime_is_used(string assembly) => Assert.Empty(OrleansUse(AssemblyMetadata.Read(assembly)));

    [Theory]
    [InlineData("Grains")]
    [InlineData("LocalRuntime")]
    [InlineData("Storage")]
    public void no_type_is_declared_in_orleans_namespaces(string assembly)
    {
        var declared = AssemblyMetadata.Read(assembly);
        Assert.Contains(declared.DeclaredNamespaces, ns => ns.StartsWith("ClusterActors", StringComparison.Ordinal));
#if !ORLEANS
        Assert.Empty(OrleansNamespaces(declared));
#endif
    }

    [Fact]
    public void the_scanners_find_every_forbidden_thing_in_the_bad_sample()
    {
        var tests = AssemblyMetadata.Read("Grains.Tests");
        Assert.Empty(Types.Concat(Members).Except(Nondeterminism(tests)));
        Assert.Contains(StartNew, tests.UsedMembers);
        Assert.Superset(
            new HashSet<string> { "Orleans.Grain", "Orleans.IGrainBase", "Orleans.Runtime.IGrainContext", "Orleans.Runtime.GrainId" },
            OrleansUse(tests).ToHashSet());
        Assert.Contains("Orleans.BadSample", OrleansNamespaces(tests));
    }
}
