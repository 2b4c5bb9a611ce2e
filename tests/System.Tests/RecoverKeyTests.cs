using System.Net;
using System.Net.Http.Headers;

namespace ClusterActors.Tests;

public sealed class RecoverKeyTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task a_stopped_server_s_folder_gets_one_more_official_whose_key_opens_it_and_the_old_one_still_does()
    {
        Assert.StartsWith("data_folder_empty: ", await NotAsync(), StringComparison.Ordinal);
        string first;
        using (var server = Serve())
        {
            await server.OutputAfterAsync("Listening on ");
            first = (await File.ReadAllTextAsync(folder.Sub("first-key.txt"))).Trim();
            Assert.StartsWith("data_folder_in_use: ", await NotAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await server.TerminateAsync());
        }

        using var recovery = SiloProcess.Start("recover-key", "--data", folder.Path);
        var (exit, said) = await recovery.FinishAsync();
        Assert.Equal(0, exit);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches("^Appointed recovered-official-[0-9a-f]{8}[.]", lines[0]);

        using var again = Serve();
        using var http = new HttpClient { BaseAddress = new((await again.OutputAfterAsync("Listening on ")).Split(' ')[0]) };
        _ = again.TakeError();
        foreach (var key in new[] { lines[1], first })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/academy/inbox") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
            using var response = await http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(0, await again.TerminateAsync());
    }

    private SiloProcess Serve() => SiloProcess.Start("--data", folder.Path, "--urls", "http://127.0.0.1:0");

    private async Task<string> NotAsync()
    {
        using var recovery = SiloProcess.Start("recover-key", "--data", folder.Path);
        Assert.Equal((3, ""), await recovery.FinishAsync());
        return recovery.Error;
    }
}
