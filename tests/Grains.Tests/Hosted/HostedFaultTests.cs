using ClusterActors.Academy;
using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Tests.EntityTests;
using ClusterActors.Tests.Journal;

namespace ClusterActors.Tests.Hosted;

/// <summary>What EntityFaultTests promises of one entity, of grains in a runtime: their caller, their activation, their post.</summary>
public abstract class HostedFaultTests : IAsyncLifetime, IDisposable
{
    private static readonly string Key = AcademyKey.National.ToString();
    private readonly SqliteFolder folder = new();
    private readonly AppendBell bell = new();
    private readonly SettableTime time = new();
    private readonly WatchedStore store;
    private IGrainHost host = null!;

    protected HostedFaultTests() => store = new(folder.Open(TimeProvider.System), bell);

    private protected abstract Task<IGrainHost> StartAsync(IStore store, TimeProvider clock);

    public async Task InitializeAsync()
    {
        host = await StartAsync(store, time);
        Accepted(await Tell("installation", new AcademyCommand.AppointOfficial("an"), Actor.System(Key)));
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await store.DisposeAsync();
    }

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task a_fault_of_the_journal_reaches_the_caller_as_what_it_is()
    {
        store.Next = Weather.FailsBefore;
        var fault = await Assert.ThrowsAsync<JournalException>(() => Register("a", "op"));
        Assert.Equal(("store_failed", "The disk is full."), (fault.Code, fault.Message));
    }

    [Fact]
    public async Task what_was_not_written_has_not_happened_and_can_be_asked_for_again()
    {
        store.Next = Weather.FailsBefore;
        await Assert.ThrowsAsync<JournalException>(() => Register("a", "op"));
        Assert.Equal(1, (await store.Journal.ReadAsync(Key)).Version);
        Accepted(await Repeated.UntilAnsweredAsync(() => Register("a", "op")));
        Refused(RefusalCode.AlreadyExists, await Register("a", "another"));
    }

    [Fact]
    public async Task what_was_written_although_its_answer_was_lost_has_happened_once()
    {
        store.Next = Weather.FailsAfter;
        await Assert.ThrowsAsync<JournalException>(() => Register("a", "op"));
        Accepted(await Repeated.UntilAnsweredAsync(() => Register("a", "op")));
        Assert.Single((await store.Journal.ReadAsync(Key)).Events, e => e.OperationId == "op");
        Refused(RefusalCode.AlreadyExists, await Register("a", "another"));
    }

    [Theory]
    [InlineData(nameof(Weather.FailsBefore))]
    [InlineData(nameof(Weather.FailsAfter))]
    public async Task a_message_whose_receiver_failed_is_carried_once(string weather)
    {
        store.Next = Weather.Fair;
        store.Next = Enum.Parse<Weather>(weather);
        Accepted(await Register("a", "op"));
        await bell.AllCarriedAsync(store.Outbox);

        Assert.Single((await store.Journal.ReadAsync("school:a")).Events);
        Assert.Single((await store.Journal.ReadAsync(Key)).Events, e => e.Type == StepAnswered.TypeName);
        Assert.Empty(await Verification.RunAsync(store.Reader));
    }

    private Task<Answer> Register(string school, string operation) => Tell(operation, new AcademyCommand.RegisterSchool(school, $"Trường {school}", "Tỉnh"), Who.Official);

    private Task<Answer> Tell(string operation, AcademyCommand command, Actor actor) =>
        host.Grains.GetGrain<IAcademyGrain>(Key).Tell(new(operation, actor, command));

    private static void Accepted(Answer answer) => Assert.IsType<Answer.Accepted>(answer);

    private static void Refused(string code, Answer answer) => Assert.Equal(code, Assert.IsType<Answer.Refused>(answer).Code);
}
