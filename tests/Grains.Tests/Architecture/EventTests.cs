using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
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
using ClusterActors.PlayClocks;
using ClusterActors.Schools;
using ClusterActors.Standards;
using ClusterActors.Statistics;

namespace ClusterActors.Tests.Architecture;

/// <summary>
/// Golden files hold every event as a release has written it; a new file is begun when an event has got a member more, lines are
/// never changed. A journal of every release must be read for ever, with all that it says; the newest is written back to the
/// same bytes.
/// </summary>
public sealed class EventTests
{
    private interface IUnion
    {
        Type Type { get; }

        byte[] WrittenBack(string type, byte[] payload);

        void EvolveThroughEverything();

        void EveryStateReadsBack();
    }

    private sealed class Union<TState, TCommand, TEvent>(Aggregate<TState, TCommand, TEvent> concept) : IUnion
        where TEvent : class
    {
        private static readonly EventTypes<TEvent> Types = new();

        public Type Type => typeof(TEvent);

        public byte[] WrittenBack(string type, byte[] payload)
        {
            var (name, bytes) = Types.Write(Types.Read(SampleValues.Event(type, payload)));
            Assert.Equal(type, name);
            return bytes;
        }

        public void EveryStateReadsBack()
        {
            var events = Cases(typeof(TEvent)).Select(c => (TEvent)SampleValues.Of(c.Case)).ToList();
            var once = events.Select(e => concept.Evolve(concept.Initial, e)).ToList();
            foreach (var state in (IEnumerable<TState>)[concept.Initial, .. once, .. once.SelectMany(state => events.Select(e => concept.Evolve(state, e)))])
            {
                var kept = StateForm<TState>.Write(state);
                Assert.True(StateForm<TState>.TryRead(kept, out var read), Encoding.UTF8.GetString(kept));
                Assert.Equal(state, read);
                Assert.Equal(kept, StateForm<TState>.Write(read));
            }
        }

        public void EvolveThroughEverything()
        {
            var events = Cases(typeof(TEvent)).Select(c => (TEvent)SampleValues.Of(c.Case)).ToList();
            foreach (var first in events)
            {
                foreach (var second in events)
                {
                    var state = concept.Evolve(concept.Evolve(concept.Initial, first), second);
                    foreach (var third in events)
                        Assert.NotNull(concept.Evolve(state, third));
                }
            }
        }
    }

    private static readonly SortedDictionary<string, IUnion> Unions = new(StringComparer.Ordinal)
    {
        ["academy"] = new Union<AcademyState, AcademyCommand, AcademyEvent>(AcademyDecider.Aggregate),
        ["activities"] = new Union<ActivitiesState, ActivitiesCommand, ActivitiesEvent>(ActivitiesDecider.Aggregate),
        ["assessment"] = new Union<AssessmentState, AssessmentCommand, AssessmentEvent>(AssessmentDecider.Aggregate),
        ["beacon"] = new Union<BeaconState, BeaconCommand, BeaconEvent>(BeaconDecider.Aggregate),
        ["campaign"] = new Union<CampaignState, CampaignCommand, CampaignEvent>(CampaignDecider.Aggregate),
        ["cluster"] = new Union<ClusterState, ClusterCommand, ClusterEvent>(ClusterDecider.Aggregate),
        ["council"] = new Union<CouncilState, CouncilCommand, CouncilEvent>(CouncilDecider.Aggregate),
        ["document"] = new Union<DocumentState, DocumentCommand, DocumentEvent>(DocumentDecider.Aggregate),
        ["election"] = new Union<ElectionState, ElectionCommand, ElectionEvent>(ElectionDecider.Aggregate),
        ["inbox"] = new Union<InboxState, InboxCommand, InboxEvent>(InboxDecider.Aggregate),
        ["inspection"] = new Union<InspectionState, InspectionCommand, InspectionEvent>(InspectionDecider.Aggregate),
        ["play-clock"] = new Union<PlayClockState, PlayClockCommand, PlayClockEvent>(PlayClockDecider.Aggregate),
        ["school"] = new Union<SchoolState, SchoolCommand, SchoolEvent>(SchoolDecider.Aggregate),
        ["standard"] = new Union<StandardState, StandardCommand, StandardEvent>(StandardDecider.Aggregate),
        ["statistics"] = new Union<StatisticsState, StatisticsCommand, StatisticsEvent>(StatisticsDecider.Aggregate),
    };

    public static TheoryData<string> Names { get; } = new(Unions.Keys);

    private static readonly string[] Files =
        [.. Directory.EnumerateFiles(Repository.PathOf("tests", "Grains.Tests", "Golden"), "events-*.jsonl").Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> GoldenFiles { get; } = new(Files);

    private static IEnumerable<(string Union, string Type, byte[] Payload)> Lines(string file) =>
        File.ReadLines(Repository.PathOf("tests", "Grains.Tests", "Golden", file)).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return (root.GetProperty("union").GetString()!, root.GetProperty("type").GetString()!, Encoding.UTF8.GetBytes(root.GetProperty("payload").GetRawText()));
        });

    [Fact]
    public void every_event_union_is_tried_here() =>
        Assert.Equal(
            typeof(CampaignEvent).Assembly.GetTypes().Where(t => t.IsAbstract && !t.IsNested && t.Name.EndsWith("Event", StringComparison.Ordinal)).OrderBy(t => t.Name),
            Unions.Values.Select(u => u.Type).OrderBy(t => t.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void every_case_is_sealed_and_has_a_name_of_its_own(string union)
    {
        var type = Unions[union].Type;
        var cases = Cases(type).ToList();
        Assert.Equal(type.Assembly.GetTypes().Count(t => t.IsSubclassOf(type)), cases.Count);
        Assert.Equal(cases.Count, cases.Select(c => c.Name).Distinct().Count());
        Assert.All(cases, c => Assert.Matches("^[a-z]+(-[a-z]+)*$", c.Name));
        Assert.DoesNotContain(cases, c => c.Name == StepAnswered.TypeName);
    }

    [Theory]
    [MemberData(nameof(GoldenFiles))]
    public void an_event_of_any_release_is_read_with_all_that_it_says(string file)
    {
        foreach (var (union, type, payload) in Lines(file))
            AssertWithin(JsonNode.Parse(payload), JsonNode.Parse(Unions[union].WrittenBack(type, payload)));
    }

    [Fact]
    public void an_event_of_this_release_is_written_back_to_the_same_bytes()
    {
        foreach (var (union, type, payload) in Lines(Files[^1]))
            Assert.Equal(Encoding.UTF8.GetString(payload), Encoding.UTF8.GetString(Unions[union].WrittenBack(type, payload)));
    }

    [Fact]
    public void what_an_older_event_says_and_a_newer_does_not_is_seen()
    {
        var (old, now) = (JsonNode.Parse("""{"a":[{"b":1}]}"""), JsonNode.Parse("""{"a":[{"b":1,"c":null}],"d":2}"""));
        AssertWithin(old, now);
        Assert.ThrowsAny<Exception>(() => AssertWithin(now, old));
        Assert.ThrowsAny<Exception>(() => AssertWithin(old, JsonNode.Parse("""{"a":[{"b":2}]}""")));
    }

    [Fact]
    public void every_event_type_stands_in_the_newest_golden_file()
    {
        var golden = Lines(Files[^1]).Select(l => (l.Union, l.Type)).ToHashSet();
        var missing = Unions.SelectMany(u => Cases(u.Value.Type).Where(c => !golden.Contains((u.Key, c.Name))).Select(c => Line(u.Key, c.Name, c.Case)));
        Assert.True(!missing.Any(), "Add to the newest golden file:\n" + string.Join('\n', missing));
    }

    [Fact]
    public void a_payload_that_lost_a_member_or_changed_its_form_does_not_pass()
    {
        Assert.Equal("event_unreadable", Assert.Throws<JournalException>(() => Unions["school"].WrittenBack("appointed", """{"person":"an"}"""u8.ToArray())).Code);
        Assert.Equal("event_unreadable", Assert.Throws<JournalException>(() => Unions["school"].WrittenBack("appointed", """{"person":"an","role":"x","since":1}"""u8.ToArray())).Code);
        byte[] spaced = """{"person": "an","role":"x"}"""u8.ToArray();
        Assert.NotEqual(spaced, Unions["school"].WrittenBack("appointed", spaced));
        Assert.Equal(
            "unknown_event_type", Assert.Throws<JournalException>(() => Unions["school"].WrittenBack("dissolved", """{}"""u8.ToArray())).Code);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void evolve_never_throws_whatever_event_meets_whatever_state(string union) => Unions[union].EvolveThroughEverything();

    [Theory]
    [MemberData(nameof(Names))]
    public void every_state_reads_back_from_its_snapshot_as_it_was(string union) => Unions[union].EveryStateReadsBack();

    private static void AssertWithin(JsonNode? old, JsonNode? now)
    {
        switch (old)
        {
            case JsonObject members:
                Assert.All(members, m => AssertWithin(m.Value, now!.AsObject()[m.Key]));
                break;
            case JsonArray items:
                Assert.Equal(items.Count, now!.AsArray().Count);
                Assert.All(items, (item, at) => AssertWithin(item, now[at]));
                break;
            default:
                Assert.True(JsonNode.DeepEquals(old, now), $"{old} became {now}");
                break;
        }
    }

    private static IEnumerable<(string Name, Type Case)> Cases(Type union) =>
        union.GetNestedTypes().Where(t => t.IsSealed && t.IsSubclassOf(union)).Select(t =>
            (t.GetCustomAttribute<EventNameAttribute>(inherit: false)?.Name ?? throw new InvalidOperationException($"{t} has no [EventName]."), t));

    private static string Line(string union, string name, Type type) =>
        $$"""{"union":"{{union}}","type":"{{name}}","payload":{{JsonSerializer.Serialize(SampleValues.Of(type), type, CanonicalJson.Options)}}}""";
}
