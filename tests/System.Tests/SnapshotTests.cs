using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Tests;

/// <summary>Servers that are started anew on a folder, with its snapshots and without them.</summary>
public sealed class SnapshotTests
{
    private const string Snapshots = "snapshots.db";
    private static readonly string[] Schools = ["ba-ria-vung-tau", "binh-duong", "binh-phuoc", "binh-thuan", "dong-nai"];

    [Fact]
    public async Task a_server_started_anew_answers_from_snapshots_and_what_came_after_as_from_whole_histories()
    {
        using var folder = new TempFolder();
        await FoundAsync(folder.Sub("kept"));
        Assert.Contains("academy:vn", TextOf(folder.Sub("kept"), Snapshots), StringComparison.Ordinal);
        Copy(folder.Sub("kept"), folder.Sub("whole"));
        Remove(folder.Sub("whole"), Snapshots);

        Assert.Equal(await AnswersAsync(folder.Sub("whole")), await AnswersAsync(folder.Sub("kept")));
    }

    [CiFact]
    public async Task what_lies_before_a_snapshot_is_not_read_again_and_is_read_when_the_snapshot_is_gone()
    {
        using var folder = new TempFolder();
        await FoundAsync(folder.Path);
        await using (var journal = new SqliteConnection($"Data Source={folder.Sub("journal.db")};Pooling=False"))
        {
            await journal.OpenAsync();
            await using var damage = journal.CreateCommand();
            damage.CommandText = "DROP TRIGGER events_stand; UPDATE events SET payload = X'00' WHERE stream = 'academy:vn' AND version = 1";
            Assert.Equal(1, await damage.ExecuteNonQueryAsync());
        }

        await using (var server = await Server.StartAsync(folder.Path))
            Assert.Equal(HttpStatusCode.OK, (await server.RegisterAsync("ca-mau", "one")).Status);
        Remove(folder.Path, Snapshots);
        await using (var server = await Server.StartAsync(folder.Path))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.RegisterAsync("hau-giang", "other")).Status);
    }

    [Fact]
    public async Task a_file_of_snapshots_that_is_no_database_does_not_keep_a_server_from_starting()
    {
        using var folder = new TempFolder();
        await FoundAsync(folder.Path);
        Remove(folder.Path, Snapshots);
        await File.WriteAllTextAsync(folder.Sub(Snapshots), new string('x', 8192));

        await using var server = await Server.StartAsync(folder.Path);
        Assert.Equal(HttpStatusCode.OK, (await server.RegisterAsync("ca-mau", "one")).Status);
    }

    [CiFact]
    public async Task a_year_played_with_many_snapshots_and_one_played_without_end_alike()
    {
        using var folder = new TempFolder();
        using var many = SiloProcess.Play(folder.Sub("many"), "--snapshot-every", "2");
        var (exit, output) = await many.FinishAsync();
        Assert.True(exit == 0, many.Error);
        using var none = SiloProcess.Play(folder.Sub("none"), "--snapshot-every", "0");
        Assert.Equal((0, output), await none.FinishAsync());

        Assert.Contains("campaign:8:2020", TextOf(folder.Sub("many"), Snapshots), StringComparison.Ordinal);
        Assert.DoesNotContain("campaign:8:2020", TextOf(folder.Sub("none"), Snapshots), StringComparison.Ordinal);
    }

    private static async Task FoundAsync(string folder)
    {
        await using var server = await Server.StartAsync(folder);
        foreach (var school in Schools)
            Assert.Equal(HttpStatusCode.OK, (await server.RegisterAsync(school, $"register-{school}")).Status);
        await server.QuietAsync();
    }

    /// <summary>What the academy says and shows.</summary>
    private static async Task<List<string>> AnswersAsync(string folder)
    {
        await using var server = await Server.StartAsync(folder);
        List<string> said = [];
        said.Add((await server.RegisterAsync("ca-mau", "new")).ToString());
        await server.QuietAsync();
        said.Add((await server.RegisterAsync(Schools[0], "again")).ToString());
        said.Add((await server.RegisterAsync(Schools[1], $"register-{Schools[1]}")).ToString());
        said.Add(await server.Http.GetStringAsync("/academy"));
        return said;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static void Remove(string folder, string database)
    {
        foreach (var file in Directory.GetFiles(folder, database + "*"))
            File.Delete(file);
    }

    /// <summary>The database with what has not been written back to it yet.</summary>
    private static string TextOf(string folder, string database) =>
        string.Concat(Directory.GetFiles(folder, database + "*").Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));

    private sealed class Server(SiloProcess process, HttpClient http) : IAsyncDisposable
    {
        public HttpClient Http => http;

        public static async Task<Server> StartAsync(string folder)
        {
            var process = SiloProcess.Start("--data", folder, "--urls", "http://127.0.0.1:0", "--snapshot-every", "3");
            var http = new HttpClient { BaseAddress = new((await process.OutputAfterAsync("Listening on ")).Split(' ')[0]) };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(Path.Combine(folder, "first-key.txt"))).Trim());
            return new(process, http);
        }

        public async Task<(HttpStatusCode Status, string Body)> RegisterAsync(string school, string operation)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/academy/schools") { Content = JsonContent.Create(new { school, name = $"Trường {school}", province = school }) };
            request.Headers.Add("Idempotency-Key", operation);
            using var response = await http.SendAsync(request);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        /// <summary>All messages have been carried, and their answers brought back.</summary>
        public Task QuietAsync() => Outbox.EmptyAsync(http, http.BaseAddress!);

        public async ValueTask DisposeAsync()
        {
            http.Dispose();
            Assert.Equal(0, await process.TerminateAsync());
            process.Dispose();
        }
    }
}
