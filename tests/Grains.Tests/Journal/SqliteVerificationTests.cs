using ClusterActors.Journal;
using ClusterActors.Storage.Sqlite;

namespace ClusterActors.Tests.Journal;

/// <summary>The owner of the file drops the triggers and changes one thing.</summary>
public sealed class SqliteVerificationTests : IDisposable
{
    private const string DropTriggers = """
        DROP TRIGGER events_keep; DROP TRIGGER events_stand; DROP TRIGGER streams_keep; DROP TRIGGER streams_only_rise;
        DROP TRIGGER checkpoints_keep; DROP TRIGGER checkpoints_stand;
        """;

    private readonly SqliteFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Positions 1 to 3 and 5 are Hanoi's, 4 and 6 are Hue's; checkpoints cover 3, 4 and 5 events.</summary>
    private async Task<SqliteStore> TamperedAsync(string sql)
    {
        await using (var store = folder.Open(new FakeClock()))
        {
            await AppendAsync(store, "school:hn", "op-1", events: 3);
            await store.Checkpoints.MakeAsync();
            await AppendAsync(store, "school:hue", "op-1");
            await store.Checkpoints.MakeAsync();
            await AppendAsync(store, "school:hn", "op-2");
            await store.Checkpoints.MakeAsync();
            await AppendAsync(store, "school:hue", "op-2");
            Assert.Empty(await Verification.RunAsync(store.Reader));
        }

        folder.Tamper(DropTriggers + sql);
        return folder.Open(new FakeClock());

        static async Task AppendAsync(SqliteStore store, string stream, string operation, int events = 1) =>
            await store.Journal.AppendAsync(Sample.Append(await store.Journal.ReadAsync(stream), operation, events));
    }

    private async Task<IEnumerable<Finding>> FindingsAsync(string sql)
    {
        await using var store = await TamperedAsync(sql);
        return await Verification.RunAsync(store.Reader);
    }

    [Theory]
    [InlineData("type = type || '2'")]
    [InlineData("payload = X'7B7D'")]
    [InlineData("actor = 'p2@school:hn'")]
    [InlineData("operation_id = 'op-9'")]
    [InlineData("recorded_at = recorded_at + 1")]
    [InlineData("prev_hash = zeroblob(32)")]
    public async Task one_altered_field_is_found_where_it_is(string change) =>
        Assert.Equal(
            [new Finding(Finding.EventBroken, "school:hn", 2)], await FindingsAsync($"UPDATE events SET {change} WHERE position = 2"));

    [Theory]
    [InlineData("stream = 'school:other'")]
    [InlineData("version = 9")]
    [InlineData("hash = zeroblob(32)")]
    [InlineData("position = 9")]
    [InlineData("position = -9")]
    public async Task an_altered_name_or_link_is_found(string change) =>
        Assert.NotEmpty(await FindingsAsync($"UPDATE events SET {change} WHERE position = 2"));

    [Theory]
    [InlineData("DELETE FROM events WHERE position = 1")]
    [InlineData("DELETE FROM events WHERE position = 2")]
    [InlineData("DELETE FROM events WHERE position = 5")]
    [InlineData("DELETE FROM events WHERE position = 6")]
    [InlineData("DELETE FROM events WHERE stream = 'school:hue'; DELETE FROM streams WHERE stream = 'school:hue'")]
    public async Task a_deleted_event_is_found(string sql) => Assert.NotEmpty(await FindingsAsync(sql));

    [Fact]
    public async Task a_gap_in_the_commit_order_is_found() =>
        Assert.Equal(
            [new Finding(Finding.PositionBroken, null, 99)], await FindingsAsync("UPDATE events SET position = 99 WHERE position = 6"));

    [Fact]
    public async Task a_tail_that_was_cut_off_cleanly_is_found_by_the_checkpoint_over_it() =>
        Assert.Equal(
            [new Finding(Finding.CheckpointBroken, null, 3)],
            await FindingsAsync("""
                DELETE FROM events WHERE position >= 5;
                UPDATE streams SET (version, hash) = (SELECT max(version), hash FROM events WHERE events.stream = streams.stream);
                """));

    [Theory]
    [InlineData("version", "1", "2")]
    [InlineData("version", "1", "3")]
    [InlineData("position", "1", "2")]
    [InlineData("position", "4", "5")]
    public async Task reordered_events_are_found(string column, string one, string other) =>
        Assert.NotEmpty(await FindingsAsync($"""
            CREATE TABLE old AS SELECT * FROM events WHERE position IN ({one}, {other});
            DELETE FROM events WHERE position IN ({one}, {other});
            DROP TRIGGER events_behind;
            UPDATE old SET {column} = {one} + {other} - {column};
            INSERT INTO events SELECT * FROM old;
            DROP TABLE old;
            """));

    [Theory]
    [InlineData("UPDATE streams SET hash = zeroblob(32) WHERE stream = 'school:hn'")]
    [InlineData("UPDATE streams SET version = 3 WHERE stream = 'school:hn'")]
    [InlineData("DELETE FROM streams WHERE stream = 'school:hn'")]
    public async Task a_head_that_is_not_the_last_event_is_found(string sql) =>
        Assert.Equal(Finding.HeadBroken, Assert.Single(await FindingsAsync(sql)).Code);

    [Fact]
    public async Task a_head_without_events_is_found() =>
        Assert.Equal(
            [new Finding(Finding.HeadBroken, "school:ghost", 1)],
            await FindingsAsync("INSERT INTO streams VALUES ('school:ghost', 1, zeroblob(32))"));

    [Theory]
    [InlineData("UPDATE checkpoints SET root = zeroblob(32) WHERE n = 1")]
    [InlineData("UPDATE checkpoints SET root = zeroblob(32) WHERE n = 3")]
    [InlineData("UPDATE checkpoints SET prev = zeroblob(32) WHERE n = 2")]
    [InlineData("UPDATE checkpoints SET position = 2 WHERE n = 2")]
    [InlineData("UPDATE checkpoints SET position = 99 WHERE n = 3")]
    [InlineData("DELETE FROM checkpoints WHERE n = 1")]
    [InlineData("DELETE FROM checkpoints WHERE n = 2")]
    [InlineData("UPDATE checkpoints SET root = zeroblob(32) WHERE n = 1; UPDATE checkpoints SET prev = zeroblob(32) WHERE n = 2")]
    public async Task an_altered_checkpoint_is_found(string sql) => Assert.NotEmpty(await FindingsAsync(sql));
}
