using System.Reflection;
using ClusterActors.Academy;
using ClusterActors.Activities;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Councils;
using ClusterActors.Documents;
using ClusterActors.Elections;
using ClusterActors.Inboxes;
using ClusterActors.Inspections;
using ClusterActors.Journal;
using ClusterActors.Schools;
using ClusterActors.Standards;
using ClusterActors.Statistics;

namespace ClusterActors.Simulation;

/// <summary>
/// Everything that simulations can reach, as <see cref="Coverage"/> names it: events, commands and refusals by the domain's own
/// contracts, so that what is new there is wanted here at once. What no seed of a long run reaches is not tested by any.
/// </summary>
public static class Reachable
{
    private static readonly string[] WritingPorts = ["append", "refusing append", "settling append", "lease", "retry", "park", "checkpoint"];

    // Their events tell nobody anything, so that no step of them is ever answered.
    private static readonly string[] Silent = [StatisticsKey.Kind, ActivitiesKey.Kind, InboxKey.Kind];

    // Nothing strikes there, but what has struck is met.
    private const string Met = "ignored snapshot";

    /// <summary>What can strike, people's missteps too.</summary>
    public static IReadOnlyList<string> Faults { get; } =
    [
        "lost call", "lost reply", "doubled call", "delayed call", "second activation", "slow write", "doubled pass", "late pass", "skewed clock", "clock jump",
        "missed snapshot", "damaged snapshot", "repetition", "second device", "hurry", "mistake", "cheat", "stolen operation id",
        "crash before read", "crash after read", "crash of all silos",
        .. WritingPorts.SelectMany(port => new[] { $"crash before {port}", $"crash after {port}", $"refused {port}", $"unknown outcome of {port}" }),
    ];

    private static readonly (string Kind, Type Events, Type Commands)[] Streams =
    [
        (AcademyKey.Kind, typeof(AcademyEvent), typeof(AcademyCommand)),
        (SchoolKey.Kind, typeof(SchoolEvent), typeof(SchoolCommand)),
        (ClusterKey.Kind, typeof(ClusterEvent), typeof(ClusterCommand)),
        (CampaignKey.Kind, typeof(CampaignEvent), typeof(CampaignCommand)),
        (InspectionKey.Kind, typeof(InspectionEvent), typeof(InspectionCommand)),
        (BeaconKey.Kind, typeof(BeaconEvent), typeof(BeaconCommand)),
        (ElectionKey.Kind, typeof(ElectionEvent), typeof(ElectionCommand)),
        (StatisticsKey.Kind, typeof(StatisticsEvent), typeof(StatisticsCommand)),
        (DocumentKey.Kind, typeof(DocumentEvent), typeof(DocumentCommand)),
        (ActivitiesKey.Kind, typeof(ActivitiesEvent), typeof(ActivitiesCommand)),
        (CouncilKey.Kind, typeof(CouncilEvent), typeof(CouncilCommand)),
        (StandardKey.Kind, typeof(StandardEvent), typeof(StandardCommand)),
        (AssessmentKey.Kind, typeof(AssessmentEvent), typeof(AssessmentCommand)),
        (InboxKey.Kind, typeof(InboxEvent), typeof(InboxCommand)),
    ];

    /// <summary>By <c>kind name</c>, as in <see cref="Coverage.Counts"/>; without <see cref="Exceptions"/>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Streams.SelectMany(s => Cases(s.Events).Select(e => $"{Coverage.Event} {s.Kind}/{e.GetCustomAttribute<EventNameAttribute>()!.Name}")),
        .. Streams.Where(s => !Silent.Contains(s.Kind)).Select(s => $"{Coverage.Event} {s.Kind}/{StepAnswered.TypeName}"),
        .. Streams.SelectMany(s => Cases(s.Commands).Select(c => $"{Coverage.Command} {Coverage.NameOf(c)}")),
        .. typeof(RefusalCode).GetFields().Select(code => (string)code.GetRawConstantValue()!).Where(code => !Exceptions.ContainsKey(code)).Select(code => $"{Coverage.Refusal} {code}"),
        .. Phases<Phase>(),
        .. Phases<InspectionStage>(),
        .. Phases<ElectionStage>(),
        .. Faults.Append(Met).Select(fault => $"{Coverage.Fault} {fault}"),
        .. Cases(typeof(AppendResult)).Select(result => $"{Coverage.Append} {result.Name}"),
    ];

    /// <summary>Refusals that no simulation can reach, and why.</summary>
    public static IReadOnlyDictionary<string, string> Exceptions => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [RefusalCode.OperationIdInvalid] = "said by the gateway, before there is a command",
        [RefusalCode.ClockBackwards] = "said by the clock of a played folder, which a simulation does not have",
    };

    /// <summary>What has never been reached.</summary>
    public static IReadOnlyList<string> MissingIn(Coverage coverage) => [.. All.Where(what => !coverage.Counts.ContainsKey(what))];

    private static IEnumerable<string> Phases<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(phase => $"{Coverage.Phase} {Coverage.NameOf(phase)}");

    private static IEnumerable<Type> Cases(Type union) => union.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Where(type => type.IsSubclassOf(union));
}
