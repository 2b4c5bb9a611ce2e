using ClusterActors.Journal;

namespace ClusterActors.Tests.Journal;

public abstract partial class JournalContract
{
    [Fact]
    public async Task there_is_no_latest_checkpoint_before_one_is_made() => Assert.Null(await Store.Checkpoints.LatestAsync());

    [Fact]
    public async Task a_checkpoint_of_an_empty_journal_is_the_root_over_nothing() =>
        SameContent(new Checkpoint(1, 0, Chain.Root([], 0, Chain.Start), Chain.Start), await Store.Checkpoints.MakeAsync());

    [Fact]
    public async Task a_checkpoint_is_the_root_over_all_heads_in_order()
    {
        var hue = await GivenAsync(Hue, "op-1", events: 2);
        var hanoi = await GivenAsync(Hanoi, "op-1");
        var cluster = await GivenAsync(Cluster, "op-1");
        await GivenAsync(Sample.Refusal(History.None("school:only-refused"), "op-1"));

        var made = await Store.Checkpoints.MakeAsync();

        var root = Chain.Root(
            [(Cluster, 1, cluster.Events[0].Hash), (Hanoi, 1, hanoi.Events[0].Hash), (Hue, 2, hue.Events[1].Hash)], 4, Chain.Start);
        SameContent(new Checkpoint(1, 4, root, Chain.Start), made);
        SameContent(made, await Store.Checkpoints.LatestAsync());
    }

    [Fact]
    public async Task a_checkpoint_is_the_same_until_an_event_is_appended()
    {
        await GivenAsync(Hanoi, "op-1");
        var first = await Store.Checkpoints.MakeAsync();
        await GivenAsync(Sample.Refusal(await ReadAsync(Hanoi), "refused"));

        SameContent(first, await Store.Checkpoints.MakeAsync());
        Assert.Single(await Store.Reader.ReadCheckpointsAsync());
    }

    [Fact]
    public async Task checkpoints_are_chained_and_survive_reopening()
    {
        await GivenAsync(Hanoi, "op-1");
        var first = await Store.Checkpoints.MakeAsync();
        await ReopenAsync();
        await GivenAsync(Hanoi, "op-2");
        var second = await Store.Checkpoints.MakeAsync();

        Assert.Equal((2, 2), (second.Number, second.Position));
        Assert.Equal(first.Root, second.Previous);
        Assert.NotEqual(first.Root, second.Root);
        SameContent([first, second], await Store.Reader.ReadCheckpointsAsync());
        Assert.Empty(await Verification.RunAsync(Store.Reader));
    }

    [Fact]
    public async Task an_untouched_journal_verifies()
    {
        Assert.Empty(await Verification.RunAsync(Store.Reader));
        await Store.Checkpoints.MakeAsync();
        await GivenAsync(Hanoi, "op-1", events: 1100);
        await Store.Checkpoints.MakeAsync();
        await GivenAsync(Hue, "op-1");

        Assert.Empty(await Verification.RunAsync(Store.Reader));
    }

    [Fact]
    public async Task the_journal_is_read_on_from_any_position()
    {
        await GivenAsync(Hanoi, "op-1", events: 1030);

        var read = new List<long>();
        await foreach (var e in Store.Reader.ReadAllAsync(after: 3))
            read.Add(e.Position);
        Assert.Equal(Enumerable.Range(4, 1027).Select(i => (long)i), read);
    }
}
