using ClusterActors.Simulation;

namespace ClusterActors.Tests.Simulation;

/// <summary>Many seeds at once are told as if one after the other.</summary>
public sealed class SeedsTests
{
    [Fact]
    public void of_several_seeds_that_fail_the_lowest_is_told_first_though_a_higher_one_has_failed_before()
    {
        using var higher = new ManualResetEventSlim();
        var several = Environment.ProcessorCount > 1;

        var told = Seeds.Play(1, 20, seed =>
        {
            if (seed == 5 && several)
                Assert.True(higher.Wait(TimeSpan.FromMinutes(1)), "seeds are not played at the same time");
            if (seed == 9)
                higher.Set();
            return new(seed, "", 1, 1, new(), [], seed is 5 or 9 ? new(seed, Excerpt.Whole, 1, "wrong", [], []) : null);
        }).ToList();

        Assert.Equal(Enumerable.Range(1, 20).Select(seed => (ulong)seed), told.Select(outcome => outcome.Seed));
        Assert.Equal(5UL, told.First(outcome => outcome.Violation is not null).Seed);
    }

    [Fact]
    public void work_that_leaves_the_thread_of_one_world_is_noticed_there_and_nowhere_else()
    {
        var told = Seeds.Play(1, 6, seed => Run.Of(seed, Faults.Usual, seed == 3 ? Elsewhere() : new())).ToList();

        Assert.Equal([3UL], told.Where(outcome => outcome.Violation is not null).Select(outcome => outcome.Seed));
        Assert.Equal("a turn has left the simulation's thread", told[2].Violation!.Message);
        Assert.Equal(Run.Of(4).Root, told[3].Root);
    }

    // The turn goes on where its task was completed: the scheduler is handed it by a thread that is not its own.
    private static Parts Elsewhere() => WorseParts.Journal(async (journal, append) =>
    {
        var elsewhere = new TaskCompletionSource();
        var next = AfterAsync(elsewhere.Task);
        var thread = new Thread(elsewhere.SetResult);
        thread.Start();
        thread.Join();
        await next;
        return await journal.AppendAsync(append);
    });

    private static async Task AfterAsync(Task before) => await before;
}
