using ClusterActors.Tests.Postgres;

namespace ClusterActors.Tests;

/// <summary>The play on PostgreSQL, against silos and a gateway that are processes of their own.</summary>
public sealed class ClusteredPlayTests(PostgresProcess postgres, UndisturbedPlay undisturbed) : IClassFixture<PostgresProcess>, IClassFixture<UndisturbedPlay>
{
    [PostgresCiFact]
    public async Task two_silos_and_a_gateway_play_what_one_process_plays_on_sqlite()
    {
        using var cluster = await PlayedCluster.StartAsync(postgres, silos: 2);
        using var play = cluster.Play();
        var (exit, output) = await play.FinishAsync();
        Assert.True(exit == 0, play.Error);
        Assert.Equal(undisturbed.Output, output);
        await cluster.EndsSoundAsync();
    }

    [PostgresCiTheory]
    [InlineData("self-scores.binh-thuan")]
    public async Task a_silo_killed_in_the_middle_of_the_year_and_another_started_change_nothing(string point)
    {
        using var cluster = await PlayedCluster.StartAsync(postgres, silos: 2, "--silo-lost-after", "3");
        using var play = cluster.Play();
        Assert.True(await play.ComesToAsync(point), play.Error);
        cluster.KillFirstSilo();
        var played = play.FinishAsync();
        await cluster.StartSiloAsync();

        var (exit, output) = await played;
        Assert.True(exit == 0, play.Error);
        Assert.Equal(undisturbed.Output, output);
        await cluster.EndsSoundAsync();
    }
}
