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
            ? new Academy(new Life(journal, time, key), journal, time)
            : new School(new Life(journal, time, key), journal, time);
        return factory;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var key = (string)args![0]!;
        return grains.TryGetValue(key, out var grain) ? grain : grains[key] = create(key);
    }

    private sealed class Academy(IActivation activation, IJournal journal, TimeProvider time) : IAcademyGrain
    {
        private readonly Entity<AcademyState, AcademyCommand, AcademyEvent> entity = new(AcademyDecider.Aggregate, activation, journal, time);

        public Task<Answer> Tell(Envelope<AcademyCommand> envelope) => entity.Tell(envelope);

        public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
    }

    private sealed class School(IActivation activation, IJournal journal, TimeProvider time) : ISchoolGrain
    {
        private readonly Entity<SchoolState, SchoolCommand, SchoolEvent> entity = new(SchoolDecider.Aggregate, activation, journal, time);

        public Task<Answer> Tell(Envelope<SchoolCommand> envelope) => entity.Tell(envelope);

        public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
    }
}
