using ClusterActors.Journal;
using ClusterActors.Schools;

namespace ClusterActors.Tests.EntityTests;

/// <summary>A snapshot shortens the way to a state and never changes it.</summary>
public sealed class EntitySnapshotTests
{
    private const string Key = "school:tay-ninh";
    private readonly TestJournal journal = new();
    private readonly TestSnapshots snapshots = new(every: 2);
    private readonly SettableTime time = new();

    private Life New() => new(journal, time, snapshots: snapshots);

    [Fact]
    public async Task a_new_activation_reads_only_what_came_after_the_snapshot()
    {
        await ThreeEventsAsync();
        journal.ReadFrom.Clear();

        (await New().Appoint("again", "binh")).Refused(RefusalCode.AlreadyExists);
        Assert.Equal([2], journal.ReadFrom);
        Assert.Empty(snapshots.Unused);
    }

    [Fact]
    public async Task the_state_from_a_snapshot_answers_and_shows_as_the_state_from_the_whole_history()
    {
        await ThreeEventsAsync();
        time.Now = time.Now.AddDays(-1);
        (await New().Appoint("op-4", "chi")).Accepted();
        var fromSnapshot = journal.Appends[^1];

        journal.Events(Key).RemoveAt(3);
        journal.Forget("op-4");
        (await new Life(journal, time).Appoint("op-4", "chi")).Accepted();
        var replayed = journal.Appends[^1];

        Assert.Equal(replayed.Events[0].Hash, fromSnapshot.Events[0].Hash);
        Assert.Equal(replayed.View!.Document, fromSnapshot.View!.Document);
        Assert.Equal(replayed.Answer, fromSnapshot.Answer);
    }

    [Fact]
    public async Task one_is_kept_every_so_many_events_and_not_for_answers_without_any()
    {
        var life = New();
        await life.Register();
        Assert.Empty(snapshots.Writes);
        await life.Appoint("op-2", "an");
        Assert.Single(snapshots.Writes);
        (await life.Appoint("op-2b", "an")).Refused(RefusalCode.AlreadyExists);
        await life.Appoint("op-3", "binh");
        Assert.Single(snapshots.Writes);
        await life.Appoint("op-4", "chi");
        Assert.Equal(2, snapshots.Writes.Count);
    }

    [Fact]
    public async Task a_long_history_without_a_snapshot_gets_one_with_the_next_answer_even_a_refusal()
    {
        await ThreeEventsAsync();
        snapshots.Kept.Clear();
        snapshots.Writes.Clear();

        (await New().Appoint("again", "an")).Refused(RefusalCode.AlreadyExists);
        Assert.Equal([Key], snapshots.Writes);
    }

    [Fact]
    public async Task a_damaged_snapshot_is_none_wherever_it_is_damaged()
    {
        await ThreeEventsAsync();
        var whole = snapshots.Kept[Key];
        for (var i = 0; i < whole.Length; i++)
            await IgnoredAsync([.. whole[..i], (byte)(whole[i] ^ 1), .. whole[(i + 1)..]]);
        foreach (var length in new[] { 0, 1, 31, 32, 71, 72, whole.Length - 1 })
            await IgnoredAsync(whole[..length]);
        await IgnoredAsync([.. whole, 0]);
    }

    [Fact]
    public async Task a_snapshot_of_another_release_is_none()
    {
        await ThreeEventsAsync();
        await IgnoredAsync(Snapshot.Open(Key, StateForm<SchoolState>.Shape, snapshots.Kept[Key])!.Sealed(Key, "another build"));
    }

    [Fact]
    public async Task a_snapshot_of_another_stream_is_none()
    {
        await ThreeEventsAsync();
        await IgnoredAsync(Snapshot.Open(Key, StateForm<SchoolState>.Shape, snapshots.Kept[Key])!.Sealed("school:dong-nai", StateForm<SchoolState>.Shape));
    }

    [Fact]
    public async Task a_state_that_this_release_cannot_read_is_none()
    {
        await ThreeEventsAsync();
        foreach (var state in new[] { "", "null", "{}", """{"$case":"Dissolved"}""", """{"$case":"Registered","code":"tay-ninh"}""" })
            await IgnoredAsync(Forged(e => e.Hash, System.Text.Encoding.UTF8.GetBytes(state)));
    }

    [Fact]
    public async Task a_snapshot_with_another_hash_than_the_journal_has_at_that_version_is_none()
    {
        await ThreeEventsAsync();
        await IgnoredAsync(Forged(e => e.PreviousHash));
    }

    [Fact]
    public async Task a_snapshot_newer_than_the_journal_is_none()
    {
        await ThreeEventsAsync();
        await New().Appoint("op-4", "chi");
        var newer = snapshots.Kept[Key];
        journal.Events(Key).RemoveRange(2, 2);
        journal.Forget("op-4");

        await IgnoredAsync(newer);
        (await New().Appoint("op-4", "chi")).Accepted();
    }

    [Fact]
    public async Task an_event_that_was_changed_beneath_the_snapshot_s_hash_is_broken_and_not_believed()
    {
        await ThreeEventsAsync();
        var events = journal.Events(Key);
        events[1] = events[1] with { Payload = [.. events[1].Payload, (byte)' '] };

        Assert.Equal("journal_broken", (await Assert.ThrowsAsync<JournalException>(() => New().Appoint("op-4", "chi"))).Code);
        Assert.Equal([Key], snapshots.Unused);
    }

    [Fact]
    public async Task an_event_after_the_snapshot_that_does_not_join_on_is_broken()
    {
        await ThreeEventsAsync();
        var events = journal.Events(Key);
        events[2] = events[2] with { PreviousHash = events[0].Hash };

        Assert.Equal("journal_broken", (await Assert.ThrowsAsync<JournalException>(() => New().Appoint("op-4", "chi"))).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task a_faulted_activation_keeps_nothing(bool written)
    {
        var life = New();
        await life.Register();
        journal.Next = written ? Weather.FailsAfter : Weather.FailsBefore;
        await Assert.ThrowsAsync<JournalException>(() => life.Appoint("op", "an"));
        Assert.Empty(snapshots.Writes);
    }

    [Fact]
    public async Task what_lost_the_race_is_not_kept_and_what_a_stale_activation_remembers_is_refused_by_the_fence()
    {
        var (a, b) = (New(), New());
        await a.Register();
        (await b.Appoint("early", "x", Who.Visitor("x"))).Refused(RefusalCode.Forbidden);
        journal.Meanwhile = async () => (await b.Appoint("op-b", "an")).Accepted();
        (await a.Appoint("op-a", "an")).Refused(RefusalCode.AlreadyExists);

        var kept = Snapshot.Open(Key, StateForm<SchoolState>.Shape, snapshots.Kept[Key])!;
        Assert.Equal(2, kept.Version);
        Assert.Equal(journal.Events(Key)[1].Hash, kept.Hash);
        Assert.True(StateForm<SchoolState>.TryRead(kept.State, out var state));
        Assert.Equal([new("an", Role.Principal)], Assert.IsType<SchoolState.Registered>(state).People);
    }

    [Fact]
    public async Task a_late_snapshot_of_a_stale_activation_only_makes_the_way_longer()
    {
        var life = New();
        await life.Register();
        await life.Appoint("op-2", "an");
        var early = snapshots.Kept[Key];
        await life.Appoint("op-3", "binh");
        await life.Appoint("op-4", "chi");
        snapshots.Kept[Key] = early;
        journal.ReadFrom.Clear();

        (await New().Appoint("again", "chi")).Refused(RefusalCode.AlreadyExists);
        Assert.Equal([2], journal.ReadFrom);
        Assert.Empty(snapshots.Unused);
    }

    private async Task ThreeEventsAsync()
    {
        var life = New();
        await life.Register();
        await life.Appoint("op-2", "an");
        await life.Appoint("op-3", "binh");
        Assert.Equal([Key], snapshots.Writes);
    }

    /// <summary>A snapshot of the second event with a right seal and otherwise as it is wanted.</summary>
    private byte[] Forged(Func<JournalEvent, byte[]> hash, byte[]? state = null) =>
        (Snapshot.Open(Key, StateForm<SchoolState>.Shape, snapshots.Kept[Key])! with { Hash = hash(journal.Events(Key)[1]), State = state ?? StateForm<SchoolState>.Write(new SchoolState.Unregistered()) })
        .Sealed(Key, StateForm<SchoolState>.Shape);

    /// <summary>The whole history is read, and the answer is what it is without snapshots.</summary>
    private async Task IgnoredAsync(byte[] useless)
    {
        var before = snapshots.Kept[Key];
        snapshots.Kept[Key] = useless;
        snapshots.Unused.Clear();
        journal.ReadFrom.Clear();

        (await New().Appoint($"refused-{journal.Appends.Count}", "an")).Refused(RefusalCode.AlreadyExists);

        Assert.Equal([Key], snapshots.Unused);
        Assert.Equal(1, journal.ReadFrom[^1]);
        snapshots.Kept[Key] = before;
    }
}
