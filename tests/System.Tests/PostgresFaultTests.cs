using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ClusterActors.Tests.Postgres;
using Npgsql;

namespace ClusterActors.Tests;

/// <summary>What callers see while the server's database is gone, crowded or held up, and that the same server goes on afterwards.</summary>
public sealed class PostgresFaultTests(PostgresApi api) : IClassFixture<PostgresApi>
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private readonly ConcurrentBag<string> faults = [];
    private readonly Channel<bool> answers = Channel.CreateUnbounded<bool>();

    private static object Appointment(string person) => new { person, role = "emulation-officer" };

    [PostgresFact]
    public async Task while_the_database_is_gone_everything_is_503_with_its_code_and_when_it_is_back_the_same_server_goes_on()
    {
        await api.Postgres.KillAsync();
        await IsUnavailableAsync("ca-mau", "while-gone");
        await api.Postgres.StartAsync();

        await IsDoneOnceAsync("ca-mau", "while-gone");
    }

    [PostgresFact]
    public async Task while_the_database_gives_no_connection_everything_is_503_with_its_code_and_then_the_same_server_goes_on()
    {
        await api.LimitAsync(0);
        await IsUnavailableAsync("dong-nai", "while-crowded");
        await api.LimitAsync(-1);

        await IsDoneOnceAsync("dong-nai", "while-crowded");
    }

    [PostgresFact]
    public async Task readers_who_wait_for_a_database_that_stands_still_are_answered_and_those_for_whom_no_connection_is_left_are_503()
    {
        await api.LimitAsync(8);
        await api.ReadyAsync();
        var asked = new List<Task<(JsonNode? Body, string? Fault)>>();
        await using (var holder = new NpgsqlConnection(api.Operator + ";Pooling=false"))
        {
            await holder.OpenAsync();
            await using var transaction = await holder.BeginTransactionAsync();
            await using var hold = new NpgsqlCommand("LOCK TABLE views IN ACCESS EXCLUSIVE MODE", holder);
            await hold.ExecuteNonQueryAsync();

            asked.AddRange(Enumerable.Range(0, 20).Select(_ => api.AskAsync("/schools")));
            var (_, fault) = await await Task.WhenAny(asked).WaitAsync(Hang);
            Assert.Equal(PostgresApi.Unavailable, fault);
        }

        var answers = await Task.WhenAll(asked).WaitAsync(Hang);
        Assert.Contains(answers, answer => answer.Fault is null);
        Assert.All(answers, answer => Assert.True(answer.Fault is null or PostgresApi.Unavailable, answer.Fault));
        await api.LimitAsync(-1);
        await api.ReadyAsync();
    }

    [PostgresFact]
    public async Task while_the_database_can_only_be_read_the_server_reads_and_is_not_ready_and_then_goes_on()
    {
        await api.ExecuteAsync("ALTER ROLE app SET default_transaction_read_only = on");
        await api.EndSessionsAsync();
        Assert.Equal(PostgresApi.Unavailable, await api.UnreadyAsync());
        Assert.NotNull((await api.AskAsync("/schools")).Body);

        await api.ExecuteAsync("ALTER ROLE app RESET default_transaction_read_only");
        await api.EndSessionsAsync();
        await IsDoneOnceAsync("binh-duong", "after-read-only");
    }

    [PostgresFact]
    public Task what_is_repeated_while_the_database_is_killed_is_done_once() => KillAsync(rounds: 2);

    [PostgresCiFact]
    public Task what_is_repeated_is_done_once_however_often_the_database_is_killed() => KillAsync(rounds: 12);

    private async Task KillAsync(int rounds)
    {
        using var ending = new CancellationTokenSource();
        var before = new Dictionary<string, int>();
        foreach (var school in ApiServer.Members)
            before.Add(school, await PeopleAsync(school));
        var writing = Task.WhenAll(ApiServer.Members.Select(school => WriteAsync(school, $"killed-{rounds}", ending.Token)));
        for (var i = 0; i < rounds; i++)
        {
            await ProgressAsync(30, writing);
            await api.Postgres.KillAsync();
            await api.Postgres.StartAsync();
        }

        await ProgressAsync(30, writing);
        await ending.CancelAsync();
        var versions = await writing;

        Assert.NotEmpty(faults);
        foreach (var (school, told) in ApiServer.Members.Zip(versions))
        {
            // Each was one event, and nobody else wrote.
            Assert.Equal(Enumerable.Range(0, told.Count).Select(n => told[0] + n), told);
            Assert.Equal(before[school] + told.Count, await PeopleAsync(school));
        }
    }

    /// <returns>The versions that it was told.</returns>
    private async Task<List<long>> WriteAsync(string school, string name, CancellationToken ending)
    {
        var versions = new List<long>();
        while (!ending.IsCancellationRequested)
        {
            var person = $"{name}-{versions.Count}";
            versions.Add(await DoneAsync(school, person));
            answers.Writer.TryWrite(true);
        }

        return versions;
    }

    /// <summary>Repeats it with the same key until it is answered.</summary>
    private async Task<long> DoneAsync(string school, string person)
    {
        while (true)
        {
            var (body, fault) = await api.AskAsync($"/schools/{school}/people", Appointment(person), person);
            if (fault is null)
                return (long)body!["version"]!;
            faults.Add(fault);
        }
    }

    /// <summary>Until so many more are answered; those of before do not count.</summary>
    private async Task ProgressAsync(int more, Task writing)
    {
        while (answers.Reader.TryRead(out _))
            continue;
        for (var i = 0; i < more; i++)
        {
            var answer = answers.Reader.ReadAsync().AsTask();
            if (await Task.WhenAny(answer, writing).WaitAsync(Hang) == writing)
                await writing;
        }
    }

    private async Task<int> PeopleAsync(string school) => (await api.Server.ReadWhenAsync($"/schools/{school}", _ => true))["people"]!.AsArray().Count;

    private async Task IsUnavailableAsync(string school, string person)
    {
        foreach (var path in new[] { "/schools", "/academy", "/clusters/t", $"/operations/school:{school}/{person}", "/ops/outbox/parked" })
            Assert.Equal(PostgresApi.Unavailable, (await api.AskAsync(path)).Fault);
        Assert.NotNull((await api.AskAsync($"/schools/{school}/people", Appointment(person), person)).Fault);
        Assert.NotNull((await api.AskAsync("/ops/checkpoints", new { })).Fault);
        Assert.Equal(PostgresApi.Unavailable, await api.UnreadyAsync());
        using var live = await api.Server.Http.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    private async Task IsDoneOnceAsync(string school, string person)
    {
        await api.ReadyAsync();
        var before = await PeopleAsync(school);
        var version = await DoneAsync(school, person);

        Assert.Equal(version, await DoneAsync(school, person));
        Assert.Equal(before + 1, await PeopleAsync(school));
    }
}
