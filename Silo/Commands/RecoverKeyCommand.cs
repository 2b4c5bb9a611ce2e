using System.CommandLine;
using ClusterActors.Storage;

namespace ClusterActors.Silo.Commands;

/// <summary>
/// <c>./run recover-key</c>: one more official of the Academy, whose key is shown once, for an Academy of which nobody has a key any more.
/// Whoever can write to the store can do this; the journal says that it was done there.
/// </summary>
internal static class RecoverKeyCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The data folder, whose server is stopped first. Default: var/live" };
        var store = StoreOption.Create();
        var command = new Command("recover-key", "Appoint one more official with a new key, where nobody has a key any more.") { data, store };
        command.SetAction((arguments, _) => CommandLine.GuardedAsync(() => RecoverAsync(
            StoreAddress.Of(Path.GetFullPath(arguments.GetValue(data) ?? Path.Combine(CommandLine.Home, "var", "live")), arguments.GetValue(store))), CancellationToken.None));
        return command;
    }

    private static async Task<int> RecoverAsync(StoreAddress address)
    {
        // Where there is no journal none is to be made.
        await using (await address.OpenForReadingAsync())
        {
        }

        await using var store = await address.OpenAsync(FolderKind.Live, exclusive: false);
        var (person, key) = await Installation.RecoverAsync(store);
        Console.WriteLine($"Appointed {person}. Its key is shown this once:");
        Console.WriteLine(key);
        return ExitCode.Done;
    }
}
