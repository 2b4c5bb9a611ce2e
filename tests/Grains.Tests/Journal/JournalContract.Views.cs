namespace ClusterActors.Tests.Journal;

public abstract partial class JournalContract
{
    [Fact]
    public async Task a_view_is_seen_as_soon_as_the_append_is_answered()
    {
        var append = Sample.Append(await ReadAsync(Hanoi), "op-1") with
        {
            View = new ViewRow(Hanoi, "school", 1, Sample.Bytes("""{"tên":"Hà Nội"}"""), "8", 2026, "hn", "open"),
        };
        await GivenAsync(append);

        SameContent(append.View, await Store.Views.FindAsync(Hanoi));
    }

    [Fact]
    public async Task an_append_without_a_view_leaves_the_stored_one_and_one_with_a_view_replaces_it()
    {
        await GivenAsync(Sample.Append(await ReadAsync(Hanoi), "op-1").Showing("school", "first"));
        await GivenAsync(Hanoi, "op-2");
        Assert.Equal(1, (await Store.Views.FindAsync(Hanoi))!.Version);

        await GivenAsync(Sample.Append(await ReadAsync(Hanoi), "op-3").Showing("merged-school", "second"));
        SameContent(new ViewRow(Hanoi, "merged-school", 3, Sample.Bytes("second")), await Store.Views.FindAsync(Hanoi));
        Assert.Empty(await Store.Views.ListAsync("school"));
    }

    [Fact]
    public async Task views_of_a_kind_come_in_the_ordinal_order_of_their_streams()
    {
        string[] streams = ["school:b", "school:a-1", "school:a", "school:B", "school:10", "school:9"];
        foreach (var stream in streams)
            await GivenAsync(Sample.Append(await ReadAsync(stream), "op-1").Showing("school", stream));
        await GivenAsync(Sample.Append(await ReadAsync(Cluster), "op-1").Showing("cluster", "another kind"));

        Assert.Equal(streams.Order(StringComparer.Ordinal), (await Store.Views.ListAsync("school")).Select(view => view.Stream));
    }

    [Fact]
    public async Task an_answer_is_found_by_its_operation()
    {
        var append = await GivenAsync(Hanoi, "op-1");

        Assert.Equal(append.Answer, await Store.Views.FindAnswerAsync(Hanoi, "op-1"));
        Assert.Null(await Store.Views.FindAnswerAsync(Hanoi, "op-2"));
        Assert.Null(await Store.Views.FindAnswerAsync(Hue, "op-1"));
    }

    [Fact]
    public async Task streams_operations_and_views_survive_reopening()
    {
        var append = await GivenAsync(Sample.Append(await ReadAsync(Hanoi), "op-1", events: 3).Showing("school", "kept"));
        var before = await ReadAsync(Hanoi);

        await ReopenAsync();

        SameContent(before, await ReadAsync(Hanoi));
        SameContent(append.View, await Store.Views.FindAsync(Hanoi));
        Assert.IsType<ClusterActors.Journal.AppendResult.Duplicate>(await Store.Journal.AppendAsync(append));
        await GivenAsync(Hue, "op-1");
        Assert.Equal([1, 2, 3, 4], (await AllEventsAsync()).Select(e => e.Position));
    }
}
