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

    /// <summary>One of each quarter of the year.</summary>
    public static TheoryData<string> SomePoints => [.. Points.Where((_, index) => index % 5 == 4)];

    public static TheoryData<string> EachPoint => [.. Points];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Fact]
    public async Task a_play_killed_at_twenty_points_one_after_the_other_ends_like_an_undisturbed_one()
    {
        using var folder = new TempFolder();
        foreach (var point in Points)
        {
            using var play = SiloProcess.Play(folder.Path);
            Assert.True(await play.KillAtAsync(point), $"It never came to '{point}': {play.Error}");
        }

        await EndsUndisturbedAsync(folder);
    }

    [CiTheory]
    [MemberData(nameof(SomePoints))]
    public Task a_play_killed_once_ends_like_an_undisturbed_one(string point) => EndsUndisturbedAfterAsync(point);

    [ReleaseTheory]
    [MemberData(nameof(EachPoint))]
    public Task a_play_killed_at_any_point_ends_like_an_undisturbed_one(string point) => EndsUndisturbedAfterAsync(point);

    [ReleaseTheory]
    [MemberData(nameof(Seeds))]
    public async Task a_play_killed_at_points_drawn_by_a_seed_ends_like_an_undisturbed_one(int seed)
    {
        using var folder = new TempFolder();
        var lot = new Random(seed);
        foreach (var point in Points.Where(_ => lot.Next(3) == 0))
        {
            using var play = SiloProcess.Play(folder.Path);
            Assert.True(await play.KillAtAsync(point), $"It never came to '{point}': {play.Error}");
        }

        await EndsUndisturbedAsync(folder);
    }

    private async Task EndsUndisturbedAfterAsync(string point)
    {
        using var folder = new TempFolder();
        using (var play = SiloProcess.Play(folder.Path))
            Assert.True(await play.KillAtAsync(point), $"It never came to '{point}': {play.Error}");
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
