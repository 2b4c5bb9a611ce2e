using System.Net;
using System.Text.Json.Nodes;
using ClusterActors.Gateway;
using ClusterActors.Journal;
using ClusterActors.Silo;
using ClusterActors.Storage;
using ClusterActors.Storage.Sqlite;
using ClusterActors.Tests.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClusterActors.Tests.Health;

/// <summary>What a process says of itself that sees so many silos.</summary>
public sealed class ReadinessTests : IAsyncLifetime, IDisposable
{
    private sealed class Silos : ISilos
    {
        public int Seen { get; set; }

        public ValueTask<int> CountAsync(CancellationToken cancel) => new(Seen);

        public Task<IReadOnlyList<SiloStanding>> ListAsync() => Task.FromResult<IReadOnlyList<SiloStanding>>([]);

        public Task<int?> ActivationsHereAsync() => Task.FromResult<int?>(null);
    }

    private readonly SqliteFolder folder = new();
    private readonly Silos silos = new();
    private readonly WebApplication app;
    private readonly SqliteStore store;

    public ReadinessTests()
    {
        store = folder.Open(TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddProblemDetails()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ISilos>(silos)
            .AddSingleton<IStore>(store)
            .AddSingleton<IOutbox>(store.Outbox)
            .AddSingleton<StoreProof>();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapHealth();
    }

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await store.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task a_process_without_a_place_among_the_silos_is_alive_and_not_ready_until_it_has_one()
    {
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        using var alone = await http.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, alone.StatusCode);
        Assert.Equal(GatewayCode.NotJoined, (string?)JsonNode.Parse(await alone.Content.ReadAsStringAsync())!["code"]);
        using var alive = await http.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);

        silos.Seen = 1;
        using var joined = await http.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, joined.StatusCode);
    }
}
