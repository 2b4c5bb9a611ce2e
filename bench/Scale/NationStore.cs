using System.Data.Common;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ClusterActors.Bench.Starts;
using ClusterActors.Bench.Stores;

namespace ClusterActors.Bench.Scale;

/// <summary>A made-up nation in a store, for a server to be started over it. What one measurement writes stays for the next.</summary>
internal sealed class NationStore : IAsyncDisposable
{
    private const string Key = "ca_bench";
    private const int AtOnce = 1_000;

    private readonly IFreshDatabase database;
    private readonly WorkFolder.Fresh folder;

    private NationStore(IFreshDatabase database, WorkFolder.Fresh folder) => (this.database, this.folder) = (database, folder);

    public static async Task<NationStore> MakeAsync(IStoreKind kind, NationSize size, Workplace place)
    {
        var made = new NationStore(await kind.CreateAsync(place), place.Folder.Make());
        try
        {
            await made.FillAsync(new(size));
            return made;
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    /// <param name="more">Further options of the server.</param>
    public Task<ServerProcess> StartServerAsync(CancellationToken cancel, params string[] more) => ServerProcess.StartAsync(
        [ServerProcess.Program, .. database.ServerArguments(folder.Path), "--urls", EmptyServer.Url, .. more], cancel);

    /// <summary>Speaks to the server as the official.</summary>
    public static HttpClient ClientOf(ServerProcess server) => new()
    {
        BaseAddress = server.Address,
        Timeout = TimeSpan.FromMinutes(5),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Key) },
    };

    /// <summary>A look at the rows, beside a server.</summary>
    public DbConnection Connect() => database.Connect();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Dispose();
    }

    private async Task FillAsync(Nation nation)
    {
        var store = await database.OpenAsync();
        foreach (var appends in nation.Appends().Chunk(AtOnce))
            foreach (var stream in await Task.WhenAll(appends.GroupBy(append => append.Stream).Select(stream => InOrderAsync(store.Journal, stream))))
                if (!stream)
                    throw new InvalidOperationException("The made-up nation was not taken into the store.");
        await store.People.EnrolAsync(new(Nation.Official, AcademyKey.National.ToString()), SHA256.HashData(Encoding.UTF8.GetBytes(Key)));
        await database.CloseAsync();
    }

    private static async Task<bool> InOrderAsync(Journal.IJournal journal, IEnumerable<Journal.Append> appends)
    {
        foreach (var append in appends)
            if (await journal.AppendAsync(append) is not Journal.AppendResult.Appended)
                return false;
        return true;
    }
}
