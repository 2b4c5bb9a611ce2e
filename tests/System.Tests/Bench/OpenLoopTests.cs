using ClusterActors.Bench.Latency;

namespace ClusterActors.Tests.Bench;

public sealed class OpenLoopTests
{
    [Fact]
    public async Task a_call_comes_though_none_before_it_has_been_answered()
    {
        const int Count = 50;
        var come = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var took = await OpenLoop.RunAsync(perSecond: 10_000, Count, _ =>
        {
            if (++come == Count)
                all.SetResult();
            return all.Task;
        });
        Assert.Equal(Count, took.Count);
        Assert.All(took, span => Assert.True(span > TimeSpan.Zero));
    }

    [Theory]
    [InlineData(50, 50)]
    [InlineData(99, 99)]
    [InlineData(100, 100)]
    public void a_percentile_is_the_smallest_span_that_so_many_percent_do_not_exceed(int percent, int milliseconds)
    {
        var spans = Enumerable.Range(1, 100).Reverse().Select(n => TimeSpan.FromMilliseconds(n)).ToList();
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Percentile.Of(spans, percent));
    }
}
