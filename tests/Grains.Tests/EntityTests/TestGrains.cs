using System.Reflection;
using ClusterActors.Academy;
using ClusterActors.Journal;
using ClusterActors.Schools;
using Orleans;

namespace ClusterActors.Tests.EntityTests;

/// <summary>A grain factory that gives academy and schools, one object per key, without any runtime.</summary>
public class TestGrains : DispatchProxy
{
    private readonly Dictionary<string, object> grains = [];
    private Func<string, object> create = _ => throw new InvalidOperationException();

    internal static IGrainFactory Over(TestJournal journal, SettableTime time)
    {
        var factory = Create<IGrainFactory, TestGrains>();
        ((TestGrains)factory).create = key => key.StartsWith(AcademyKey.Kind, StringComparison.Ordinal)
            ? new AcademyGrain(new Life(journal, time, key), journal, new NoSnapshots(), new WallClock(time))
            : new SchoolGrain(new Life(journal, time, key), journal, new NoSnapshots(), new WallClock(time));
        return factory;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var key = (string)args![0]!;
        return grains.TryGetValue(key, out var grain) ? grain : grains[key] = create(key);
    }
}
