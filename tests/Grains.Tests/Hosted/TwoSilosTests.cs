using ClusterActors.Academy;
using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Sqlite;
using ClusterActors.Tests.Journal;

namespace ClusterActors.Tests.Hosted;

/// <summary>
/// Two runtimes over one store: each has an activation of its own of the same grain, as Orleans may for a while. The real
/// grains, the real store; both keep snapshots of one stream in one place, as often as they can disturb each other by it.
/// </summary>
public abstract class TwoSilosTests : IAsyncLifetime, IDisposable
{
    private static readonly string Key = AcademyKey.National.ToString();
    private readonly SqliteFolder folder = new();
    private readonly FakeClock clock = new();
    private readonly IStore store;
    private readonly SqliteSnapshots snapshots;
    private IGrainHost first = null!;
    private IGrainHost second = null!;

    protected TwoSilosTests() => (store, snapshots) = (folder.Open(TimeProvider.System), new(folder.Path));

    private protected abstract Task<IGrainHost> StartAsync(IStore store, TimeProvider clock, ISnapshotStore snapshots);

    public async Task InitializeAsync()
    {
        (first, second) = (await StartAsync(store, clock, snapshots), await StartAsync(store, clock, snapshots));
        Accepted(await Tell(first, "installation", new AcademyCommand.AppointOfficial("an"), Actor.System(Key)));
        foreach (var school in (string[])["a", "b"])
            Accepted(await Register(first, school));

        // From here on the second silo's activation is alive with a state of its own.
        Accepted(await Register(second, "c"));
    }

    public async Task DisposeAsync()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
        snapshots.Dispose();
        await store.DisposeAsync();
    }

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task what_the_other_activation_has_taken_is_not_accepted_on_stale_state()
    {
        Accepted(await Register(first, "d"));
        Refused(RefusalCode.AlreadyExists, await Register(second, "d", "again"));
    }

    [Fact]
    public async Task what_the_other_activation_has_made_possible_is_not_refused_on_stale_state()
    {
        Accepted(await Register(first, "d"));
        Accepted(await Tell(second, "form", new AcademyCommand.FormCluster("t", "T", ["a", "d"], Reason: "Văn bản không rõ")));
    }

    [Fact]
    public async Task an_answer_given_by_one_activation_is_given_by_the_other()
    {
        var accepted = await Register(first, "d", "once");
        Assert.Equal(accepted, await Register(second, "d", "once"));

        var refused = await Register(first, "a", "twice");
        Refused(RefusalCode.AlreadyExists, refused);
        Accepted(await Register(first, "e"));
        Assert.Equal(refused, await Register(second, "a", "twice"));
        Refused(RefusalCode.OperationIdReused, await Register(second, "f", "twice"));
    }

    [Fact]
    public async Task two_activations_that_write_at_once_lose_nothing_and_double_nothing()
    {
        var schools = Enumerable.Range(0, 40).Select(n => $"s{n}").ToList();
        var answers = await Task.WhenAll(new[] { first, second }.SelectMany(silo => schools.Select(school => Persist(silo, school))));

        foreach (var school in schools)
        {
            var both = answers.Where(a => a.School == school).Select(a => a.Answer).ToList();
            Assert.Single(both, answer => answer is Answer.Accepted);
            Assert.Single(both, answer => answer is Answer.Refused { Code: RefusalCode.AlreadyExists });
        }

        var history = await store.Journal.ReadAsync(Key);
        Assert.Equal(1 + 3 + schools.Count, history.Version);
        Assert.Empty(await Verification.RunAsync(store.Reader));
    }

    private async Task<(string School, Answer Answer)> Persist(IGrainHost silo, string school)
    {
        var operation = Guid.NewGuid().ToString();
        return (school, await Repeated.UntilAnsweredAsync(() => Register(silo, school, operation)));
    }

    private Task<Answer> Register(IGrainHost silo, string school, string? operation = null) =>
        Tell(silo, operation ?? Guid.NewGuid().ToString(), new AcademyCommand.RegisterSchool(school, $"Trường {school}", "Tỉnh"));

    private static Task<Answer> Tell(IGrainHost silo, string operation, AcademyCommand command, Actor? actor = null) =>
        silo.Grains.GetGrain<IAcademyGrain>(Key).Tell(new(operation, actor ?? Who.Official, command));

    private static void Accepted(Answer answer) => Assert.IsType<Answer.Accepted>(answer);

    private static void Refused(string code, Answer answer) => Assert.Equal(code, Assert.IsType<Answer.Refused>(answer).Code);
}
