namespace ClusterActors.Tests;

public sealed class FolderTests
{
    [Fact]
    public async Task a_second_process_on_the_same_folder_says_so_and_exits()
    {
        using var folder = new TempFolder();
        using var first = SiloProcess.Start("--data", folder.Path, "--urls", "http://127.0.0.1:0");
        await first.OutputAfterAsync("Listening on ");

        using var second = SiloProcess.Start("--data", folder.Path, "--urls", "http://127.0.0.1:0");
        Assert.Equal((3, ""), await second.FinishAsync());
        Assert.StartsWith("data_folder_in_use: ", second.Error, StringComparison.Ordinal);
        Assert.Contains(first.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_folder_whose_holder_was_killed_opens_again()
    {
        using var folder = new TempFolder();
        using (var first = SiloProcess.Start("--data", folder.Path, "--urls", "http://127.0.0.1:0"))
        {
            await first.OutputAfterAsync("Listening on ");
            first.Kill();
        }

        using var second = SiloProcess.Start("--data", folder.Path, "--urls", "http://127.0.0.1:0");
        await second.OutputAfterAsync("Listening on ");
    }

    [Fact]
    public async Task a_played_folder_does_not_open_as_a_live_one_nor_the_other_way_round()
    {
        using var folder = new TempFolder();
        using (var play = SiloProcess.Play(folder.Sub("play")))
            Assert.True(await play.KillAtAsync("form-cluster"), play.Error);
        using var live = SiloProcess.Start("--data", folder.Sub("play"), "--urls", "http://127.0.0.1:0");
        Assert.Equal((3, ""), await live.FinishAsync());
        Assert.StartsWith("data_folder_is_play: ", live.Error, StringComparison.Ordinal);

        using (var server = SiloProcess.Start("--data", folder.Sub("live"), "--urls", "http://127.0.0.1:0"))
            await server.OutputAfterAsync("Listening on ");
        using var played = SiloProcess.Play(folder.Sub("live"));
        Assert.Equal((3, ""), await played.FinishAsync());
        Assert.StartsWith("data_folder_is_live: ", played.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_first_key_is_written_once_and_for_its_owner_alone()
    {
        using var folder = new TempFolder();
        using (var first = SiloProcess.Start("--data", folder.Path, "--urls", "http://127.0.0.1:0"))
        {
            await first.OutputAfterAsync("The first API key was written to ");
            await first.OutputAfterAsync("Listening on ");
            Assert.Equal(0, await first.TerminateAsync());
        }

        var file = folder.Sub("first-key.txt");
        var key = File.ReadAllText(file);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.DoesNotContain(key.Trim(), System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(folder.Sub("journal.db"))), StringComparison.Ordinal);

        using var second = SiloProcess.Start("--data", folder.Path, "--urls", "http://127.0.0.1:0");
        await second.OutputAfterAsync("Listening on ");
        Assert.Equal(key, File.ReadAllText(file));
    }

    [Theory]
    [InlineData("play", "--yeer", "2020")]
    [InlineData("silo", "--silo-lost-after", "0")]
    [InlineData("silo", "--silo-lost-after", "soon")]
    public async Task a_wrong_option_is_a_usage_error(params string[] arguments)
    {
        using var wrong = SiloProcess.Start(arguments);
        var (exit, _) = await wrong.FinishAsync();
        Assert.Equal(2, exit);
    }
}
