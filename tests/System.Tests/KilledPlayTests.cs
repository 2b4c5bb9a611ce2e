namespace ClusterActors.Tests;

/// <summary>kill -9 of play and server, and the same command again.</summary>
public sealed class KilledPlayTests(UndisturbedPlay undisturbed) : IClassFixture<UndisturbedPlay>
{
    /// <summary>Twenty points of the year, in its order.</summary>
    private static readonly string[] Points =
    [
        "clock.2020-02-13", "register-school.binh-duong", "enrol-principal.tay-ninh", "form-cluster", "appoint-officers", "issue-guidance",
        "open-year", "propose-pact", "sign-pact.dong-nai", "mid-year-review", "self-scores.tay-ninh", "open-cross-inspection",
        "findings.binh-thuan", "second-review.tay-ninh", "fix-ranking", "confirm-count.flag.tay-ninh", "vote-openly.certificate.dong-nai",
        "hold-conference", "recognise-officers", "sign-handover.next-head",
    ];

    public static TheoryData<string> EachPoint => [.. Points];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Fact]
    public Task a_play_killed_in_every_quarter_of_the_year_ends_like_an_undisturbed_one() => EndsUndisturbedAfterEachAsync(Points.Where((_, index) => index % 5 == 4));

    [CiFact]
    public Task a_play_killed_at_twenty_points_one_after_the_other_ends_like_an_undisturbed_one() => EndsUndisturbedAfterEachAsync(Points);

    [ReleaseTheory]
    [MemberData(nameof(EachPoint))]
    public Task a_play_killed_once_ends_like_an_undisturbed_one(string point) => EndsUndisturbedAfterEachAsync([point]);

    [ReleaseTheory]
    [MemberData(nameof(Seeds))]
    public Task a_play_killed_at_points_drawn_by_a_seed_ends_like_an_undisturbed_one(int seed)
    {
        var lot = new Random(seed);
        return EndsUndisturbedAfterEachAsync(Points.Where(_ => lot.Next(3) == 0));
    }

    private async Task EndsUndisturbedAfterEachAsync(IEnumerable<string> points)
    {
        using var folder = new TempFolder();
        foreach (var point in points)
        {
            using var play = SiloProcess.Play(folder.Path);
            Assert.True(await play.KillAtAsync(point), $"It never came to '{point}': {play.Error}");
        }

        await EndsUndisturbedAsync(folder);
    }

    private async Task EndsUndisturbedAsync(TempFolder folder)
    {
        using (var last = SiloProcess.Play(folder.Path))
            Assert.Equal((0, undisturbed.Output), await last.FinishAsync());
        using var verify = SiloProcess.Start("verify", "--data", folder.Path);
        var (exit, report) = await verify.FinishAsync();
        Assert.True(exit == 0, report);
    }
}

/// <summary>What an undisturbed play prints.</summary>
public sealed class UndisturbedPlay : IAsyncLifetime
{
    public string Output { get; private set; } = "";

    public async Task InitializeAsync()
    {
        using var folder = new TempFolder();
        using var play = SiloProcess.Play(folder.Path);
        (var exit, Output) = await play.FinishAsync();
        Assert.True(exit == 0, play.Error);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
