using System.Text;
using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;
using ClusterActors.Journal;
using ClusterActors.Schools;

namespace ClusterActors.Tests.WholeYear;

/// <summary>All streams of a little world in memory, and the post between them: pure deciders, no runtime, no store.</summary>
internal sealed class MailLoop
{
    private readonly SortedDictionary<string, Stream> streams = new(StringComparer.Ordinal);
    private readonly Queue<(string Source, Outgoing Message)> post = new();

    public DateTimeOffset Now { get; set; }

    /// <summary>How many messages have gone from one stream to another.</summary>
    public int Delivered { get; private set; }

    /// <summary>A command of a person, and then all the post it gives rise to; everything must be accepted.</summary>
    public void Tell<TCommand>(IGrainKey key, Actor actor, TCommand command)
    {
        Deliver(key.ToString(), actor, CanonicalJson.Write(command));
        while (post.TryDequeue(out var next))
        {
            Delivered++;
            Deliver(next.Message.Target, Actor.System(next.Source), next.Message.Payload);
        }
    }

    public TState State<TState>(IGrainKey key) => Assert.IsType<TState>(streams[key.ToString()].State);

    public IReadOnlyList<JournalEvent> Events(IGrainKey key) => streams[key.ToString()].Journal;

    public IEnumerable<string> Keys => streams.Keys;

    private void Deliver(string key, Actor actor, byte[] payload)
    {
        if (!streams.TryGetValue(key, out var stream))
            streams[key] = stream = Create(key);
        foreach (var outgoing in stream.Handle(actor, payload, Now))
            post.Enqueue((key, outgoing));
    }

    private static Stream Create(string key) => key[..key.IndexOf(':', StringComparison.Ordinal)] switch
    {
        AcademyKey.Kind => new Stream<AcademyState, AcademyCommand, AcademyEvent>(key, AcademyDecider.Aggregate),
        SchoolKey.Kind => new Stream<SchoolState, SchoolCommand, SchoolEvent>(key, SchoolDecider.Aggregate),
        ClusterKey.Kind => new Stream<ClusterState, ClusterCommand, ClusterEvent>(key, ClusterDecider.Aggregate),
        CampaignKey.Kind => new Stream<CampaignState, CampaignCommand, CampaignEvent>(key, CampaignDecider.Aggregate),
        InspectionKey.Kind => new Stream<InspectionState, InspectionCommand, InspectionEvent>(key, InspectionDecider.Aggregate),
        _ => throw new ArgumentException($"No stream has keys like '{key}'.", nameof(key)),
    };

    private abstract class Stream
    {
        public List<JournalEvent> Journal { get; } = [];

        public abstract object State { get; }

        public abstract IReadOnlyList<Outgoing> Handle(Actor actor, byte[] payload, DateTimeOffset now);
    }

    private sealed class Stream<TState, TCommand, TEvent>(string key, Aggregate<TState, TCommand, TEvent> concept) : Stream
        where TEvent : class
    {
        private static readonly EventTypes<TEvent> Types = new();
        private TState state = concept.Initial;
        private byte[] head = Chain.Start;

        public override object State => state!;

        public override IReadOnlyList<Outgoing> Handle(Actor actor, byte[] payload, DateTimeOffset now)
        {
            var command = CanonicalJson.Read<TCommand>(payload);
            var decision = concept.Decide(state, command, new(key, actor, now));
            var accept = decision as Decision<TEvent>.Accept;
            Assert.True(accept is not null, $"{key} answered {command} of {actor} with {decision}.");
            return [.. accept.Events.SelectMany(e => Append(e, actor, now))];
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
