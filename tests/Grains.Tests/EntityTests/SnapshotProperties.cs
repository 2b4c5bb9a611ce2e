using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;
using ClusterActors.Journal;
using ClusterActors.PlayClocks;
using ClusterActors.Schools;
using ClusterActors.Tests.Architecture;
using FsCheck;
using FsCheck.Fluent;

namespace ClusterActors.Tests.EntityTests;

/// <summary>Whatever happened, and wherever a snapshot was taken: it leads where the whole history leads.</summary>
public sealed class SnapshotProperties
{
    [Fact]
    public void an_academy_s_standing_is_the_same_with_any_snapshot() => Holds(AcademyDecider.Aggregate);

    [Fact]
    public void a_campaign_s_standing_is_the_same_with_any_snapshot() => Holds(CampaignDecider.Aggregate);

    [Fact]
    public void a_cluster_s_standing_is_the_same_with_any_snapshot() => Holds(ClusterDecider.Aggregate);

    [Fact]
    public void an_inspection_s_standing_is_the_same_with_any_snapshot() => Holds(InspectionDecider.Aggregate);

    [Fact]
    public void a_played_clock_s_standing_is_the_same_with_any_snapshot() => Holds(PlayClockDecider.Aggregate);

    [Fact]
    public void a_school_s_standing_is_the_same_with_any_snapshot() => Holds(SchoolDecider.Aggregate);

    [Fact]
    public void a_school_answers_alike_however_often_it_is_let_go_and_whatever_is_kept_of_it() => Property.Holds(
        from every in Gen.Choose(1, 6)
        from steps in Gen.ListOf(
            from letGo in Gen.Choose(0, 2)
            from person in Gen.Choose(0, 8)
            from minutes in Gen.Choose(-10, 10)
            select (LetGo: letGo == 0, Person: person, Minutes: minutes))
        select (every, steps),
        given =>
        {
            var snapshots = new TestSnapshots(given.every);
            var withSnapshots = Answers(given.steps, snapshots);
            Assert.Equal(Answers(given.steps, new NoSnapshots()), withSnapshots);
            Assert.Empty(snapshots.Unused);
        });

    /// <summary>The answers, and then the hashes of the events that came of them.</summary>
    private static List<string> Answers(IEnumerable<(bool LetGo, int Person, int Minutes)> steps, ISnapshots snapshots)
    {
        var (journal, time, said) = (new TestJournal(), new SettableTime(), new List<string>());
        var life = new Life(journal, time, snapshots: snapshots);
        said.Add(life.Register().Result.ToString());
        foreach (var (letGo, person, minutes) in steps)
        {
            if (letGo)
                life = new Life(journal, time, snapshots: snapshots);
            time.Now = time.Now.AddMinutes(minutes);
            said.Add(life.Appoint($"op-{said.Count}", $"p{person}").Result.ToString());
        }

        return [.. said, .. journal.Events(life.Key).Select(e => Convert.ToHexStringLower(e.Hash))];
    }

    private static void Holds<TState, TCommand, TEvent>(Aggregate<TState, TCommand, TEvent> concept)
        where TEvent : class
    {
        var types = new EventTypes<TEvent>();
        var cases = typeof(TEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(TEvent)))
            .Select(type => types.Write((TEvent)SampleValues.Of(type)))
            .Append((StepAnswered.TypeName, CanonicalJson.Write(new StepAnswered("m", "t", true, null, null))))
            .ToArray();
        Property.Holds(
            from history in Gen.NonEmptyListOf(Gen.Elements(cases))
            from at in Gen.Choose(1, history.Count)
            select (history, at),
            given => LeadsToTheSame(concept, [.. given.history], given.at),
            tests: 100);
    }

    private static void LeadsToTheSame<TState, TCommand, TEvent>(
        Aggregate<TState, TCommand, TEvent> concept, List<(string Type, byte[] Payload)> history, int at)
        where TEvent : class
    {
        const string Stream = "stream:1";
        var journal = new TestJournal();
        var replay = new Replay<TState, TCommand, TEvent>(concept, journal, new NoSnapshots());
        var snapshots = new TestSnapshots(every: 1);
        var resumed = new Replay<TState, TCommand, TEvent>(concept, journal, snapshots);
        foreach (var (type, payload) in history)
        {
            var events = journal.Events(Stream);
            var (version, previous, time) = (events.Count + 1, events.Count == 0 ? Chain.Start : events[^1].Hash, Moment.Default.AddMinutes(events.Count));
            events.Add(new(Stream, version, version, type, payload, "an@academy:vn", "op", time, previous, Chain.Link(Stream, version, type, payload, "an@academy:vn", "op", time, previous)));
            if (version == at)
                resumed.Kept(Stream, replay.LoadAsync(Stream).Result);
        }

        var (whole, resume) = (replay.LoadAsync(Stream).Result, resumed.LoadAsync(Stream).Result);
        Assert.Equal(at, resume.Kept);
        Assert.Empty(snapshots.Unused);
        Assert.Equal((whole.State, whole.Version, whole.RecordedAt), (resume.State, resume.Version, resume.RecordedAt));
        Assert.Equal(whole.Hash, resume.Hash);
        Assert.Equal(StateForm<TState>.Write(whole.State), StateForm<TState>.Write(resume.State));
    }
}
