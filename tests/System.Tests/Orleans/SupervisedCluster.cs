using System.Globalization;
using System.Text.RegularExpressions;

namespace ClusterActors.Tests;

/// <summary>What <c>cluster</c> has started: one supervisor with its PostgreSQL, silos and gateways.</summary>
public sealed partial class SupervisedCluster : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly TempFolder folder = new();
    private readonly SiloProcess supervisor;

    private SupervisedCluster(int silos, int gateways, string[] more)
    {
        // As root PostgreSQL is run by somebody else, who has to come to its folder.
        File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.OtherExecute);
        supervisor = SiloProcess.Start(
        [
            "cluster", "--data", Folder, "--silos", Number(silos), "--gateways", Number(gateways), "--port", "0", .. more,
        ]);
    }

    /// <param name="Id">Null while it does not run.</param>
    public sealed record Member(string Name, int? Id, string Address, bool Ready);

    public string Folder => folder.Sub("c");

    public int SupervisorId => supervisor.Id;

    public static async Task<SupervisedCluster> StartAsync(int silos, int gateways, params string[] more)
    {
        var cluster = new SupervisedCluster(silos, gateways, more);
        try
        {
            await cluster.supervisor.OutputAfterAsync("The cluster is up");
            _ = cluster.supervisor.TakeError();
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    public async Task<IReadOnlyList<Member>> MembersAsync()
    {
        var (exit, output) = await OrderAsync("status");
        Assert.Equal(0, exit);
        return [.. Line().Matches(output).Select(line => new Member(
            line.Groups["name"].Value,
            line.Groups["id"].Success ? int.Parse(line.Groups["id"].Value, CultureInfo.InvariantCulture) : null,
            line.Groups["address"].Value,
            line.Groups["ready"].Success))];
    }

    public async Task<Member> MemberAsync(string name) => (await MembersAsync()).Single(member => member.Name == name);

    /// <summary>Asks until the process is as expected.</summary>
    public async Task<Member> ComesAsync(string name, Func<Member, bool> expected)
    {
        for (var late = DateTime.UtcNow + Patience; DateTime.UtcNow < late;)
        {
            if (await MemberAsync(name) is var member && expected(member))
                return member;
        }

        throw new TimeoutException($"{name} did not become as expected: {string.Join('\n', await MembersAsync())}");
    }

    public async Task<Uri[]> GatewaysAsync() =>
        [.. (await MembersAsync()).Where(member => member.Name.StartsWith("gateway", StringComparison.Ordinal)).Select(member => new Uri(member.Address))];

    public async Task<(int Exit, string Output)> OrderAsync(string order)
    {
        using var command = SiloProcess.Start("cluster", order, "--data", Folder);
        var (exit, output) = await command.FinishAsync();
        return (exit, output + command.Error);
    }

    /// <summary>kill -9; the supervisor's own children are the kernel's to end.</summary>
    public void KillSupervisor() => supervisor.Kill();

    public async Task<int> FinishAsync() => (await supervisor.FinishAsync()).ExitCode;

    /// <summary>Ctrl-C's neighbour.</summary>
    public Task<int> TerminateAsync() => supervisor.TerminateAsync();

    public string Store => File.ReadAllText(Path.Combine(Folder, "store-address")).Trim();

    public static string StatOf(int process) => string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat");

    public void Dispose()
    {
        supervisor.Dispose();
        folder.Dispose();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<name>\S+) +(pid (?<id>\d+) +|is not running ?)(?<address>\S*)(?<ready> ready)?", RegexOptions.Multiline)]
    private static partial Regex Line();
}
