namespace ClusterActors.Tests.WholeYear;

/// <summary>The year without a runtime and without a store.</summary>
public sealed class WholeYearTests
{
    [Fact]
    public async Task the_year_2020_of_cluster_8_runs_from_the_guidance_to_the_handover_and_every_state_on_the_way_reads_back_as_it_was()
    {
        var world = new MailLoop();
        await new Year2020(world).RunAsync();
        Assert.Equal(1 + 7 + 1 + 1 + 7 + 1, world.Keys.Count());
    }

    [Fact]
    public async Task the_same_year_gives_the_same_bytes()
    {
        Assert.Equal(await Bytes(), await Bytes());

        static async Task<List<string>> Bytes()
        {
            var world = new MailLoop();
            await new Year2020(world).RunUntilRankedAsync();
            return [.. world.Events(Year2020.Campaign).Select(e => Convert.ToHexStringLower(e.Hash))];
        }
    }
}
