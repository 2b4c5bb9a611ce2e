using ClusterActors.Campaigns;
using ClusterActors.Elections;
using ClusterActors.Inspections;

namespace ClusterActors.Simulation;

/// <summary>What a simulation has met, by kind and name: a fault that never struck and a refusal that never fell prove nothing.</summary>
public sealed class Coverage
{
    public const string Event = "event";
    public const string Refusal = "refusal";
    public const string Fault = "fault";
    public const string Port = "port";
    public const string Append = "append";
    public const string Person = "person";

    /// <summary>A command that was accepted, by its contract's name.</summary>
    public const string Command = "command";

    public const string Phase = "phase";

    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>Counts by <c>kind name</c>, in ordinal order.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    public long Of(string kind, string name) => counts.GetValueOrDefault($"{kind} {name}");

    public void Add(Coverage other)
    {
        foreach (var (name, count) in other.counts)
            counts[name] = counts.GetValueOrDefault(name) + count;
    }

    internal void Committed(Commit commit)
    {
        foreach (var (e, _, before, after) in commit.Events)
        {
            Reached(Event, $"{Kind(e.Stream)}/{e.Type}");
            if (PhaseOf(after) is { } phase && phase != PhaseOf(before))
                Reached(Phase, phase);
        }
    }

    internal void Answered(object command, Answer answer)
    {
        if (answer is Answer.Refused refused)
            Reached(Refusal, refused.Code);
        else if (command is not StepOutcome)
            Reached(Command, NameOf(command.GetType()));
    }

    internal static string NameOf(Type command) => $"{command.DeclaringType!.Name}.{command.Name}";

    internal static string NameOf<T>(T phase)
        where T : struct, Enum => $"{typeof(T).Name}.{phase}";

    private static string? PhaseOf(object state) => state switch
    {
        CampaignState.Opened c => NameOf(c.Phase),
        InspectionState.Assigned i => NameOf(i.Stage),
        ElectionState.Called e => NameOf(e.Stage),
        _ => null,
    };

    private static string Kind(string stream) => stream[..stream.IndexOf(':', StringComparison.Ordinal)];

    internal void Reached(string kind, string name)
    {
        var key = $"{kind} {name}";
        counts[key] = counts.GetValueOrDefault(key) + 1;
    }
}
