using System.Globalization;
using ClusterActors.Tests.Postgres;

namespace ClusterActors.Tests;

/// <summary>Every silo and every gateway restarted, one after the other, under clients that repeat by operation id.</summary>
public sealed class RollingRestartTests(UndisturbedPlay undisturbed) : IClassFixture<UndisturbedPlay>
{
    private const int Writers = 4;

    [PostgresCiFact]
    public async Task a_rolling_restart_fails_no_operation_of_clients_that_repeat_and_changes_no_outcome()
    {
        using var cluster = await SupervisedCluster.StartAsync(silos: 3, gateways: 2, "--played");
        var before = await cluster.MembersAsync();
        var gateways = await cluster.GatewaysAsync();
        using var play = SiloProcess.Play(cluster.Folder, ["--server", .. gateways.Select(gateway => gateway.ToString())]);
        Assert.True(await play.ComesToAsync("form-cluster"), play.Error);

        using var restarted = new CancellationTokenSource();
        var writing = Enumerable.Range(0, Writers).Select(writer => WriteAsync(cluster, gateways, writer, restarted.Token)).ToList();
        var played = play.FinishAsync();
        var (restart, said) = await cluster.OrderAsync("restart");
        await restarted.CancelAsync();
        var written = await Task.WhenAll(writing);
        var (exit, output) = await played;

        Assert.True(restart == 0, said);
        Assert.True(exit == 0, play.Error);
        Assert.Equal(undisturbed.Output, output);
        var after = await cluster.MembersAsync();
        Assert.All(after, member => Assert.True(member.Ready || member.Name == "postgres", member.ToString()));
        Assert.All(before.Zip(after).Skip(1), pair => Assert.NotEqual(pair.First.Id, pair.Second.Id));
        await AreDoneOnceAsync(cluster, gateways, written);
        Assert.Equal(0, await cluster.TerminateAsync());
    }

    /// <returns>The version that each of its operations was told.</returns>
    private static async Task<List<long>> WriteAsync(SupervisedCluster cluster, Uri[] gateways, int writer, CancellationToken ending)
    {
        using var client = Client(cluster, gateways);
        var versions = new List<long>();
        do
            versions.Add(await RegisterAsync(client, writer, versions.Count));
        while (!ending.IsCancellationRequested);
        return versions;
    }

    private static async Task AreDoneOnceAsync(SupervisedCluster cluster, Uri[] gateways, List<long>[] written)
    {
        using var client = Client(cluster, gateways);
        foreach (var (writer, versions) in written.Index())
        {
            Assert.NotEmpty(versions);
            Assert.Equal(versions.Distinct().Order(), versions);
            foreach (var (n, version) in versions.Index())
                Assert.Equal(version, await RegisterAsync(client, writer, n));
        }

        // What was told to the academy has come to each school.
        using var http = new HttpClient { BaseAddress = gateways[0] };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Key(cluster));
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        foreach (var school in written.Index().SelectMany(one => Enumerable.Range(0, one.Item.Count).Select(n => Name(one.Index, n))))
        {
            while (true)
            {
                using var response = await http.GetAsync(new Uri($"/schools/{school}", UriKind.Relative), late.Token);
                if (response.IsSuccessStatusCode)
                    break;
                Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
            }
        }
    }

    private static Task<long> RegisterAsync(RepeatingClient client, int writer, int n) => client.DoneAsync(
        $"write.{Name(writer, n)}", "/academy/schools", new { school = Name(writer, n), name = "Trường", province = "Tỉnh" });

    private static string Name(int writer, int n) => string.Create(CultureInfo.InvariantCulture, $"x-{writer}-{n}");

    private static RepeatingClient Client(SupervisedCluster cluster, Uri[] gateways) => new(gateways, Key(cluster));

    private static string Key(SupervisedCluster cluster) => File.ReadAllText(Path.Combine(cluster.Folder, "first-key.txt")).Trim();
}
