using ClusterActors.Journal;

namespace ClusterActors.Tests.EntityTests;

public sealed class EntityFaultTests
{
    private const string Key = "school:tay-ninh";
    private readonly TestJournal journal = new();
    private readonly SettableTime time = new();

    private Life New() => new(journal, time);

    [Fact]
    public async Task state_changes_only_after_the_append_has_committed()
    {
        var life = New();
        await life.Register();
        journal.Next = Weather.FailsBefore;
        Assert.Equal("store_failed", (await Assert.ThrowsAsync<JournalException>(() => life.Appoint("op", "an"))).Code);
        (await life.Appoint("op-2", "an")).Accepted();
    }

    [Fact]
    public async Task after_a_fault_the_state_is_forgotten_the_activation_dropped_and_the_next_call_reloads()
    {
        var life = New();
        await life.Register();
        Assert.Equal((1, 0), (journal.Reads, life.Drops));
        journal.Next = Weather.FailsBefore;
        await Assert.ThrowsAsync<JournalException>(() => life.Appoint("op", "an"));
        Assert.Equal((1, 1), (journal.Reads, life.Drops));
        Assert.Equal(2, (await life.Appoint("op", "an")).Accepted());
        Assert.Equal((2, 1), (journal.Reads, life.Drops));
    }

    [Fact]
    public async Task an_unknown_outcome_that_had_happened_is_found_again_by_its_operation_id()
    {
        var life = New();
        await life.Register();
        journal.Next = Weather.FailsAfter;
        Assert.Equal("outcome_unknown", (await Assert.ThrowsAsync<JournalException>(() => life.Appoint("op", "an"))).Code);
        Assert.Equal(1, life.Drops);
        Assert.Equal(2, (await life.Appoint("op", "an")).Accepted());
        Assert.Equal(2, journal.Events(Key).Count);
        (await life.Appoint("op-2", "an")).Refused(RefusalCode.AlreadyExists);
    }

    [Fact]
    public async Task a_conflict_reloads_and_decides_once_more()
    {
        var life = New();
        await life.Register();
        journal.Conflicts = 1;
        Assert.Equal(2, (await life.Appoint("op", "an")).Accepted());
        Assert.Equal((2, 0), (journal.Reads, life.Drops));
    }

    [Fact]
    public async Task two_conflicts_in_a_row_are_contended_and_the_activation_lets_go()
    {
        var life = New();
        await life.Register();
        journal.Conflicts = 2;
        Assert.Equal("contended", (await Assert.ThrowsAsync<JournalException>(() => life.Appoint("op", "an"))).Code);
        Assert.Equal(1, life.Drops);
        Assert.Single(journal.Events(Key));
        Assert.Equal(2, (await life.Appoint("op", "an")).Accepted());
    }

    [Fact]
    public async Task of_two_lives_the_stale_one_does_not_accept_on_what_it_remembers()
    {
        var (a, b) = (New(), New());
        await a.Register();
        (await b.Appoint("first", "x", Who.Visitor("x"))).Refused(RefusalCode.Forbidden);
        await a.Appoint("op-a", "an");
        (await b.Appoint("op-b", "an")).Refused(RefusalCode.AlreadyExists);
        Assert.Equal(2, journal.Events(Key).Count);
    }

    [Fact]
    public async Task of_two_lives_the_stale_one_does_not_refuse_on_what_it_remembers()
    {
        var (a, b) = (New(), New());
        (await b.Appoint("early", "an")).Refused(RefusalCode.NotFound);
        await a.Register();
        (await b.Appoint("late", "an")).Accepted();
        Assert.DoesNotContain(journal.Operations, o => o.Key.Operation == "late" && o.Value.Events.Count == 0);
    }

    [Fact]
    public async Task of_two_lives_that_append_at_once_one_wins_and_the_other_sees_it()
    {
        var (a, b) = (New(), New());
        await a.Register();
        journal.Meanwhile = async () => (await b.Appoint("op-b", "an")).Accepted();
        (await a.Appoint("op-a", "an")).Refused(RefusalCode.AlreadyExists);
        Assert.Equal(["register", "op-b"], journal.Events(Key).Select(e => e.OperationId));
    }

    [Fact]
    public async Task one_operation_sent_to_two_lives_at_once_happens_once_and_both_give_its_answer()
    {
        var (a, b) = (New(), New());
        await a.Register();
        Answer? other = null;
        journal.Meanwhile = async () => other = await b.Appoint("op", "an");
        var answer = await a.Appoint("op", "an");
        Assert.Equal(2, answer.Accepted());
        Assert.Equal(answer, other);
        Assert.Equal(2, journal.Events(Key).Count);
        (await a.Appoint("op-2", "an")).Refused(RefusalCode.AlreadyExists);
    }

    [Fact]
    public async Task recorded_time_never_goes_back_when_the_clock_does()
    {
        var life = New();
        var start = time.Now;
        await life.Register();
        time.Now = start.AddHours(-3);
        await life.Appoint("op", "an");
        await New().Appoint("op-2", "binh");
        time.Now = start.AddTicks(15_000);
        await life.Appoint("op-3", "chi");
        Assert.Equal([start, start, start, start.AddMilliseconds(1)], journal.Events(Key).Select(e => e.RecordedAt));
    }

    [Fact]
    public async Task an_event_type_of_another_release_stops_the_activation_and_is_not_ignored()
    {
        await New().Register();
        Forge(e => e with { Type = "founded-anew" });
        Assert.Equal("unknown_event_type", (await Assert.ThrowsAsync<JournalException>(() => New().Appoint("op", "an"))).Code);
        Assert.Single(journal.Appends);
    }

    [Fact]
    public async Task a_chain_that_does_not_join_is_broken()
    {
        var life = New();
        await life.Register();
        await life.Appoint("op", "an");
        var events = journal.Events(Key);
        (JournalEvent[], string)[] forgeries =
        [
            ([events[0] with { Payload = [.. events[0].Payload, (byte)' '] }, events[1]], "another payload"),
            ([events[0] with { Actor = "an@academy:vn" }, events[1]], "another actor"),
            ([events[0] with { RecordedAt = events[0].RecordedAt.AddMilliseconds(1) }, events[1]], "another time"),
            ([events[1]], "the first is missing"),
            ([events[1], events[0]], "another order"),
            ([events[0], events[0]], "one twice"),
            ([Linked(events[0] with { Payload = "{\"school\":\"x\",\"name\":\"x\",\"province\":\"x\"}"u8.ToArray() }), events[1]], "the first rewritten with a new hash"),
        ];
        foreach (var (forged, what) in forgeries)
        {
            events.Clear();
            events.AddRange(forged);
            var fault = await Assert.ThrowsAsync<JournalException>(() => New().Appoint("op-2", "binh"));
            Assert.True(fault.Code == "journal_broken", $"{what}: {fault.Code}");
        }
    }

    [Fact]
    public async Task a_head_beyond_the_last_event_is_broken()
    {
        await New().Register();
        var cut = new Cut(journal);
        var entity = new Entity<ClusterActors.Schools.SchoolState, ClusterActors.Schools.SchoolCommand, ClusterActors.Schools.SchoolEvent>(
            ClusterActors.Schools.SchoolDecider.Aggregate, New(), cut, new NoSnapshots(), new WallClock(time));
        var fault = await Assert.ThrowsAsync<JournalException>(() =>
            entity.Tell(new("op", Who.Official, new ClusterActors.Schools.SchoolCommand.Appoint("an", Role.Principal))));
        Assert.Equal("journal_broken", fault.Code);
    }

    private void Forge(Func<JournalEvent, JournalEvent> change)
    {
        var events = journal.Events(Key);
        events[0] = Linked(change(events[0]));
    }

    private static JournalEvent Linked(JournalEvent e) =>
        e with { Hash = Chain.Link(e.Stream, e.Version, e.Type, e.Payload, e.Actor, e.OperationId, e.RecordedAt, e.PreviousHash) };

    /// <summary>A store that has lost the last event of a stream and kept its head.</summary>
    private sealed class Cut(TestJournal inner) : IJournal
    {
        public async Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default)
        {
            var history = await inner.ReadAsync(stream, from, cancel);
            return history with { Events = [.. history.Events.SkipLast(1)] };
        }

        public Task<AppendResult> AppendAsync(Append append, CancellationToken cancel = default) => inner.AppendAsync(append, cancel);
    }
}
