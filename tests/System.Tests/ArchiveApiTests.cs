using System.IO.Compression;
using System.Net;
using System.Text;

namespace ClusterActors.Tests;

/// <summary>A year is archived over HTTP and by the command, beside a live server, and the file is verified without it.</summary>
public sealed class ArchiveApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Head = "dong-nai";
    private const string Year = "/clusters/t/years/2026";
    private const string Name = "Nguyễn Thị Lưu Trữ";

    [Fact]
    public async Task a_closed_year_is_one_file_that_holds_nobody_s_name_and_can_be_checked_without_the_server()
    {
        await server.AcceptedAsync(null, "/people", new { person = "p-archivist", unit = "academy:vn", keyHash = ApiServer.Hash(ApiServer.KeyOf("p-archivist")), name = Name });
        await server.AcceptedAsync(null, "/academy/auditors", new { person = "p-archivist" });
        await server.OpenYearAsync(OpenedYear.Regulation(), Head, ["binh-thuan"]);
        Assert.Equal((HttpStatusCode.Conflict, "year_not_closed"), await RefusedAsync(null, $"{Year}/archive"));
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), await RefusedAsync(null, "/clusters/t/years/2025/archive"));
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), await RefusedAsync(Head, $"{Year}/archive"));

        await server.AcceptedAsync(null, $"{Year}/ending", new { decision = new { number = "07-QĐ/TU", issuedOn = "2026-02-20" }, reason = "Cụm giải thể" });
        await Outbox.EmptyAsync(server.Http, server.Http.BaseAddress!);
        Assert.Equal(HttpStatusCode.OK, (await server.TellAsync(null, "/ops/checkpoints", new { })).Status);
        var archive = await ArchiveAsync();
        using (var zip = new ZipArchive(new MemoryStream(archive)))
            Assert.Contains("Trường dong-nai", new StreamReader(zip.GetEntry("index.html")!.Open()).ReadToEnd(), StringComparison.Ordinal);
        Assert.True(archive.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Name)) < 0);

        // Erasing a person changes nothing in it, and the command makes the same bytes as the server.
        using var erase = new HttpRequestMessage(HttpMethod.Delete, "/people/p-archivist");
        server.Sign(erase, null);
        Assert.Equal(HttpStatusCode.NoContent, (await server.SendAsync(erase)).Status);
        using var folder = new TempFolder();
        var file = folder.Sub("t-2026.zip");
        var (written, said) = await RunAsync("archive", "--cluster", "t", "--year", "2026", "--out", file, "--data", server.Folder);
        Assert.Equal(0, written);
        Assert.Equal(archive, await File.ReadAllBytesAsync(file));
        Assert.Equal((0, "The archive is sound.\n"), await RunAsync("verify-archive", file, "--against", said));
        Assert.Equal((5, ""), (await RunAsync("archive", "--cluster", "t", "--year", "2025", "--out", folder.Sub("none.zip"), "--data", server.Folder)));
        Assert.Equal(["t-2026.zip"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));

        // What a run that was killed has left is in the way until somebody removes it.
        await File.WriteAllTextAsync(folder.Sub("again.zip.unfinished"), "half");
        string[] again = ["archive", "--cluster", "t", "--year", "2026", "--out", folder.Sub("again.zip"), "--data", server.Folder];
        using (var refused = SiloProcess.Start(again))
        {
            Assert.Equal((5, ""), await refused.FinishAsync());
            Assert.StartsWith("archive_unfinished: ", refused.Error, StringComparison.Ordinal);
        }

        Assert.Equal("half", await File.ReadAllTextAsync(folder.Sub("again.zip.unfinished")));
        File.Delete(folder.Sub("again.zip.unfinished"));
        Assert.Equal(0, (await RunAsync(again)).ExitCode);

        archive[archive.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, archive);
        Assert.Equal(5, (await RunAsync("verify-archive", file)).ExitCode);

        var (listed, due) = await RunAsync("archive", "--due", "--as-of", "2199-01-01", "--data", server.Folder);
        Assert.Equal(0, listed);
        Assert.StartsWith("t 2026: closed on ", due, StringComparison.Ordinal);
    }

    private async Task<byte[]> ArchiveAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Year}/archive");
        server.Sign(request, "archivist");
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private async Task<(HttpStatusCode, string?)> RefusedAsync(string? school, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        server.Sign(request, school);
        var (status, problem) = await server.SendAsync(request);
        return (status, (string?)problem?["code"]);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var process = SiloProcess.Start(arguments);
        return await process.FinishAsync();
    }
}
