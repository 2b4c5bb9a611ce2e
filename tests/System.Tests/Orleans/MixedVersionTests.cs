using ClusterActors.Tests.Postgres;

namespace ClusterActors.Tests;

/// <summary>A silo of the release before and one of this release carry one cluster's year together.</summary>
public sealed class MixedVersionTests(EarlierRelease earlier, PostgresProcess postgres, UndisturbedPlay undisturbed)
    : IClassFixture<EarlierRelease>, IClassFixture<PostgresProcess>, IClassFixture<UndisturbedPlay>
{
    [MixedVersionFact]
    public async Task a_silo_of_the_earlier_release_beside_a_new_one_changes_no_outcome()
    {
        using var cluster = await PlayedCluster.StartAsync(postgres, silos: 1);
        await cluster.StartSiloAsync(earlier.Program);
        using var play = cluster.Play();
        var (exit, output) = await play.FinishAsync();

        Assert.True(exit == 0, play.Error);
        Assert.Equal(undisturbed.Output, output);
        await cluster.EndsSoundAsync();
    }
}
