using System.Text;
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

namespace ClusterActors.Tests.WholeYear;

/// <summary>All streams of a little world in memory, and the post between them: pure deciders, no runtime, no store.</summary>
/// <param name="seeds">What the beacon gives for each purpose; for others, and by default, always the same.</param>
internal sealed class MailLoop(IReadOnlyDictionary<string, Seed>? seeds = null) : IWorld
{
    private readonly SortedDictionary<string, Stream> streams = new(StringComparer.Ordinal);
    private readonly Queue<(string Source, Outgoing Message)> post = new();

    public DateTimeOffset Now { get; set; }

    /// <summary>Seeds that streams have asked the beacon for.</summary>
    public List<(string Source, string Purpose)> SeedsAsked { get; } = [];

    /// <summary>How many messages have gone from one stream to another.</summary>
    public int Delivered { get; private set; }

    /// <summary>How many commands have come at each time.</summary>
    public SortedDictionary<DateTimeOffset, int> Told { get; } = [];

    public Task TellAsync<TCommand>(IGrainKey key, Actor actor, TCommand command)
    {
        Tell(key, actor, command);
        return Task.CompletedTask;
    }

    public void Tell<TCommand>(IGrainKey key, Actor actor, TCommand command)
    {
        Told[Now] = Told.GetValueOrDefault(Now) + 1;
        Deliver(key.ToString(), actor, CanonicalJson.Write(command));
        while (post.TryDequeue(out var next))
        {
            if (next.Message.Target.StartsWith(BeaconKey.Kind + ":", StringComparison.Ordinal))
                SeedsAsked.Add((next.Source, Assert.IsType<BeaconCommand.DrawSeed>(CanonicalJson.Read<BeaconCommand>(next.Message.Payload)).Purpose));
            Delivered++;
            Deliver(next.Message.Target, Actor.System(next.Source), next.Message.Payload);
        }
    }

    public TState State<TState>(IGrainKey key) => Assert.IsType<TState>(streams[key.ToString()].State);

    public Task<TState> StateAsync<TState>(IGrainKey key) => Task.FromResult(State<TState>(key));

    /// <summary>What a reader would see.</summary>
    public ViewDocument? View(string key) => streams[key].View;

    public IReadOnlyList<JournalEvent> Events(IGrainKey key) => Events(key.ToString());

    public IReadOnlyList<JournalEvent> Events(string key) => streams[key].Journal;

    public IEnumerable<string> Keys => streams.Keys;

    private void Deliver(string key, Actor actor, byte[] payload)
    {
        if (!streams.TryGetValue(key, out var stream))
            streams[key] = stream = Create(key);
        foreach (var outgoing in stream.Handle(new(key, actor, Now, CheckpointFor(key, payload)), payload))
            post.Enqueue((key, outgoing));
    }

    private Checkpoint? CheckpointFor(string key, byte[] payload)
    {
        if (!key.StartsWith(BeaconKey.Kind + ":", StringComparison.Ordinal))
            return null;
        var purpose = Assert.IsType<BeaconCommand.DrawSeed>(CanonicalJson.Read<BeaconCommand>(payload)).Purpose;
        return seeds?.GetValueOrDefault(purpose) is { } seed ? new(seed.Checkpoint, 1, Convert.FromHexString(seed.Root), Chain.Start) : new(1, 1, new byte[32], Chain.Start);
    }

    private static Stream Create(string key) => key[..key.IndexOf(':', StringComparison.Ordinal)] switch
    {
        AcademyKey.Kind => new Stream<AcademyState, AcademyCommand, AcademyEvent>(key, AcademyDecider.Aggregate),
        SchoolKey.Kind => new Stream<SchoolState, SchoolCommand, SchoolEvent>(key, SchoolDecider.Aggregate),
        ClusterKey.Kind => new Stream<ClusterState, ClusterCommand, ClusterEvent>(key, ClusterDecider.Aggregate),
        CampaignKey.Kind => new Stream<CampaignState, CampaignCommand, CampaignEvent>(key, CampaignDecider.Aggregate),
        ElectionKey.Kind => new Stream<ElectionState, ElectionCommand, ElectionEvent>(key, ElectionDecider.Aggregate),
        InspectionKey.Kind => new Stream<InspectionState, InspectionCommand, InspectionEvent>(key, InspectionDecider.Aggregate),
        StatisticsKey.Kind => new Stream<StatisticsState, StatisticsCommand, StatisticsEvent>(key, StatisticsDecider.Aggregate),
        CouncilKey.Kind => new Stream<CouncilState, CouncilCommand, CouncilEvent>(key, CouncilDecider.Aggregate),
        DocumentKey.Kind => new Stream<DocumentState, DocumentCommand, DocumentEvent>(key, DocumentDecider.Aggregate),
        ActivitiesKey.Kind => new Stream<ActivitiesState, ActivitiesCommand, ActivitiesEvent>(key, ActivitiesDecider.Aggregate),
        StandardKey.Kind => new Stream<StandardState, StandardCommand, StandardEvent>(key, StandardDecider.Aggregate),
        AssessmentKey.Kind => new Stream<AssessmentState, AssessmentCommand, AssessmentEvent>(key, AssessmentDecider.Aggregate),
        InboxKey.Kind => new Stream<InboxState, InboxCommand, InboxEvent>(key, InboxDecider.Aggregate),
        BeaconKey.Kind => new Stream<BeaconState, BeaconCommand, BeaconEvent>(key, BeaconDecider.Aggregate),
        _ => throw new ArgumentException($"No stream has keys like '{key}'.", nameof(key)),
    };

    private abstract class Stream
    {
        public List<JournalEvent> Journal { get; } = [];

        public abstract object State { get; }

        public abstract ViewDocument? View { get; }

        public abstract IReadOnlyList<Outgoing> Handle(Context context, byte[] payload);
    }

    private sealed class Stream<TState, TCommand, TEvent>(string key, Aggregate<TState, TCommand, TEvent> concept) : Stream
        where TEvent : class
    {
        private static readonly EventTypes<TEvent> Types = new();
        private TState state = concept.Initial;
        private byte[] head = Chain.Start;

        public override object State => state!;

        public override ViewDocument? View => concept.View(state);

        public override IReadOnlyList<Outgoing> Handle(Context context, byte[] payload)
        {
            var command = CanonicalJson.Read<TCommand>(payload);
            var decision = concept.Decide(state, command, context);
            var accept = decision as Decision<TEvent>.Accept;
            Assert.True(accept is not null, $"{key} answered {command} of {context.Actor} with {decision}.");
            return [.. accept.Events.SelectMany(e => Append(e, context.Actor, context.RecordedAt))];
        }

        // Every event goes through the journal's form and back, and every state through its snapshot's, as after a restart.
        private Outgoing[] Append(TEvent decided, Actor actor, DateTimeOffset now)
        {
            var (type, bytes) = Types.Write(decided);
            var (version, operation) = (Journal.Count + 1, $"op-{Journal.Count + 1}");
            var hash = Chain.Link(key, version, type, bytes, actor.ToString(), operation, now, head);
            var written = new JournalEvent(key, version, 0, type, bytes, actor.ToString(), operation, now, head, hash);
            var read = Types.Read(written);
            Assert.Equal(decided, read);
            Journal.Add(written);
            head = hash;
            state = ReadBack(concept.Evolve(state, read));
            return [.. concept.React(state, read)];
        }

        private static TState ReadBack(TState state)
        {
            var kept = StateForm<TState>.Write(state);
            Assert.True(StateForm<TState>.TryRead(kept, out var read), Encoding.UTF8.GetString(kept));
            Assert.Equal(state, read);
            Assert.Equal(kept, StateForm<TState>.Write(read));
            return read;
        }
    }
}
