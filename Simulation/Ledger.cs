using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Documents;
using ClusterActors.Elections;
using ClusterActors.Inboxes;
using ClusterActors.Inspections;
using ClusterActors.Journal;
using ClusterActors.Schools;
using ClusterActors.Statistics;

namespace ClusterActors.Simulation;

/// <summary>Every stream's state, followed from what the store has committed and from nothing that a grain says.</summary>
internal sealed class Ledger
{
    private readonly SortedDictionary<string, Stream> streams = new(StringComparer.Ordinal);

    public T? State<T>(IGrainKey key)
        where T : class => streams.GetValueOrDefault(key.ToString())?.State as T;

    public Commit Follow(Append append)
    {
        if (!streams.TryGetValue(append.Stream, out var stream))
            streams.Add(append.Stream, stream = Open(append.Stream));
        return new(append, [.. append.Events.Select(stream.Follow)]);
    }

    private static Stream Open(string key) => key[..key.IndexOf(':', StringComparison.Ordinal)] switch
    {
        AcademyKey.Kind => new Stream<AcademyState, AcademyCommand, AcademyEvent>(AcademyDecider.Aggregate),
        SchoolKey.Kind => new Stream<SchoolState, SchoolCommand, SchoolEvent>(SchoolDecider.Aggregate),
        ClusterKey.Kind => new Stream<ClusterState, ClusterCommand, ClusterEvent>(ClusterDecider.Aggregate),
        CampaignKey.Kind => new Stream<CampaignState, CampaignCommand, CampaignEvent>(CampaignDecider.Aggregate),
        InspectionKey.Kind => new Stream<InspectionState, InspectionCommand, InspectionEvent>(InspectionDecider.Aggregate),
        BeaconKey.Kind => new Stream<BeaconState, BeaconCommand, BeaconEvent>(BeaconDecider.Aggregate),
        ElectionKey.Kind => new Stream<ElectionState, ElectionCommand, ElectionEvent>(ElectionDecider.Aggregate),
        StatisticsKey.Kind => new Stream<StatisticsState, StatisticsCommand, StatisticsEvent>(StatisticsDecider.Aggregate),
        DocumentKey.Kind => new Stream<DocumentState, DocumentCommand, DocumentEvent>(DocumentDecider.Aggregate),
        InboxKey.Kind => new Stream<InboxState, InboxCommand, InboxEvent>(InboxDecider.Aggregate),
        _ => throw new ViolationException($"A stream is named '{key}', which is no grain's key."),
    };

    private abstract class Stream
    {
        public abstract object State { get; }

        public abstract Happened Follow(JournalEvent e);
    }

    private sealed class Stream<TState, TCommand, TEvent>(Aggregate<TState, TCommand, TEvent> aggregate) : Stream
        where TEvent : class
    {
        private static readonly EventTypes<TEvent> Types = new();
        private TState state = aggregate.Initial;

        public override object State => state!;

        public override Happened Follow(JournalEvent e)
        {
            var before = state;
            var read = e.Type == StepAnswered.TypeName ? null : Types.Read(e);
            if (read is not null)
                state = aggregate.Evolve(state, read);
            return new(e, read, before!, state!);
        }
    }
}

/// <summary>One append as the store has written it.</summary>
internal sealed record Commit(Append Append, IReadOnlyList<Happened> Events);

/// <param name="Event">Null for a step that was answered.</param>
internal sealed record Happened(JournalEvent Recorded, object? Event, object Before, object After);
