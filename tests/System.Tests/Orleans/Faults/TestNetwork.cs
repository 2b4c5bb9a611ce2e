using System.ComponentModel;
using System.Globalization;

namespace ClusterActors.Tests.Faults;

/// <summary>
/// Machines of a test's own: a network namespace for the database and one for each silo, joined by a bridge in a namespace of its
/// own, which this machine has a cable to. Addresses are of the range for measuring networks (RFC 2544), which nobody routes.
/// </summary>
internal sealed class TestNetwork : IAsyncDisposable
{
    public const string Server = "db";
    private const string Bridge = "bridge";
    private const string Prefix = "clusteractors";
    private const string NobodysCard = "02:00:00:00:00:01";

    private static int made;

    // Not while the type is being initialized: what it awaits would wait for that.
    private static readonly Lazy<string?> Reason = new(TryMake);

    private readonly string name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{Environment.ProcessId}-{Interlocked.Increment(ref made)}");
    private readonly string cable = string.Create(CultureInfo.InvariantCulture, $"ca{Environment.ProcessId % 1_000_000}x{made % 1000}");
    private readonly int subnet = Random.Shared.Next(1, 255);

    private TestNetwork()
    {
    }

    /// <summary>Null where this process may make such networks.</summary>
    public static string? SkipReason => Reason.Value;

    public static string Silo(int silo) => string.Create(CultureInfo.InvariantCulture, $"silo{silo}");

    /// <param name="silos">How many of them there are.</param>
    public static async Task<TestNetwork> MakeAsync(int silos)
    {
        await RemoveLeftAsync();
        var network = new TestNetwork();
        try
        {
            await network.AddBridgeAsync();
            foreach (var machine in Enumerable.Range(0, silos).Select(Silo).Prepend(Server))
                await network.AddAsync(machine);
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    /// <summary>The command that runs another on this machine.</summary>
    public string[] Enter(string machine) => ["ip", "netns", "exec", Space(machine)];

    public string AddressOf(string machine) => string.Create(
        CultureInfo.InvariantCulture, $"198.18.{subnet}.{(machine == Server ? 1 : 10 + int.Parse(machine[^1..], CultureInfo.InvariantCulture))}");

    /// <summary>
    /// From now on nothing that one sends to the other arrives, and the sender is not told: it goes to a card that nobody has.
    /// What the other sends arrives.
    /// </summary>
    public Task CutAsync(string from, string to) =>
        IpAsync("-n", Space(from), "neigh", "replace", AddressOf(to), "lladdr", NobodysCard, "dev", "eth0", "nud", "permanent");

    public Task MendAsync(string from, string to) => IpAsync("-n", Space(from), "neigh", "del", AddressOf(to), "dev", "eth0");

    /// <summary>Processes that are left in it must have ended.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var space in (await SpacesAsync()).Where(space => space.StartsWith(name + "-", StringComparison.Ordinal)))
            await IpAsync("netns", "del", space);
    }

    private async Task AddBridgeAsync()
    {
        var bridge = Space(Bridge);
        await IpAsync("netns", "add", bridge);
        await IpAsync("link", "add", "bridge", "netns", bridge, "type", "bridge");
        await IpAsync("-n", bridge, "link", "set", "bridge", "up");
        // The cable ends with the namespace that its other end is in.
        await IpAsync("link", "add", cable, "type", "veth", "peer", "name", "outside", "netns", bridge);
        await IpAsync("-n", bridge, "link", "set", "outside", "master", "bridge", "up");
        await IpAsync("addr", "add", string.Create(CultureInfo.InvariantCulture, $"198.18.{subnet}.254/24"), "dev", cable);
        await IpAsync("link", "set", cable, "up");
    }

    private async Task AddAsync(string machine)
    {
        var (space, bridge) = (Space(machine), Space(Bridge));
        await IpAsync("netns", "add", space);
        await IpAsync("link", "add", "eth0", "netns", space, "type", "veth", "peer", "name", machine, "netns", bridge);
        await IpAsync("-n", bridge, "link", "set", machine, "master", "bridge", "up");
        await IpAsync("-n", space, "addr", "add", AddressOf(machine) + "/24", "dev", "eth0");
        await IpAsync("-n", space, "link", "set", "eth0", "up");
        await IpAsync("-n", space, "link", "set", "lo", "up");
    }

    private string Space(string machine) => $"{name}-{machine}";

    /// <summary>What a test process has left that could not clean up.</summary>
    private static async Task RemoveLeftAsync()
    {
        foreach (var space in await SpacesAsync())
        {
            if (space.Split('-') is [Prefix, var maker, ..] && !Directory.Exists($"/proc/{maker}"))
                await IpAsync("netns", "del", space);
        }
    }

    private static async Task<IEnumerable<string>> SpacesAsync() =>
        (await IpAsync("netns", "list")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]);

    private static Task<string> IpAsync(params string[] arguments) => OwnProcess.RunAsync(["ip", .. arguments]);

    private static string? TryMake()
    {
        if (Environment.UserName != "root")
            return "network namespaces can be made by root only";
        try
        {
            MakeAsync(1).GetAwaiter().GetResult().DisposeAsync().AsTask().GetAwaiter().GetResult();
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return "network namespaces cannot be made here (ip netns, veth, bridge)";
        }
    }
}
