using System.CommandLine;
using System.Globalization;
using ClusterActors.Bench.Latency;
using ClusterActors.Bench.Reports;

namespace ClusterActors.Bench.SiloLoss;

/// <summary>
/// <c>./run bench silo-loss</c>: how long after a <c>kill -9</c> of a silo each grain that stood on it answers again, for a client
/// that repeats; and, with busy processes beside it, whether silos that are alive are taken for lost.
/// </summary>
internal static class SiloLossCommand
{
    private const int Silos = 3;
    private const int Gateways = 2;

    // An operation that no lost silo held up is answered within this time, unless the machine is very busy.
    private static readonly TimeSpan Affected = TimeSpan.FromSeconds(1);

    public static Command Create(string home)
    {
        var lost = new Option<int>("--silo-lost-after") { Description = "Seconds, as of ./run cluster.", DefaultValueFactory = _ => 5 };
        var rounds = new Option<int>("--rounds") { Description = "How many silos are killed, one after the other.", DefaultValueFactory = _ => 10 };
        var quiet = new Option<int>("--watch") { Description = "Seconds to watch without killing, before the first round.", DefaultValueFactory = _ => 0 };
        var busy = new Option<int>("--busy") { Description = "Threads that keep the machine busy all the while.", DefaultValueFactory = _ => 0 };
        var command = new Command("silo-loss", "Kill silos of a cluster of three with two gateways, and time when their grains answer again.") { lost, rounds, quiet, busy };
        command.SetAction(async (arguments, cancel) =>
        {
            using var load = BusyThreads.Start(arguments.GetValue(busy));
            await MeasureAsync(home, arguments.GetValue(lost), arguments.GetValue(rounds), TimeSpan.FromSeconds(arguments.GetValue(quiet)), cancel);
        });
        return command;
    }

    private static async Task MeasureAsync(string home, int lostAfter, int rounds, TimeSpan watch, CancellationToken cancel)
    {
        var machine = Machine.Here();
        using var work = new WorkFolder(home);
        using var folder = work.Make();
        await using var cluster = await ClusterProcesses.StartAsync(folder.Path, lostAfter, Silos, Gateways);
        await using var clients = await GrainClients.StartAsync(cluster);
        await Task.Delay(watch, cancel);
        var suspected = await cluster.RestartsAsync();

        var recoveries = new List<TimeSpan>();
        for (var round = 0; round < rounds; round++)
        {
            await cluster.KillSiloAsync(1 + (round % Silos));
            var times = await clients.NextSuccessesAsync();
            recoveries.AddRange(times.Where(time => time > Affected));
            await cluster.IsWholeAsync(cancel);
        }

        var inRounds = await cluster.RestartsAsync() - suspected - rounds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {machine.Cores} cores, {machine.Os}, {machine.Dotnet}, load before {machine.LoadBefore:0.0}
            --silo-lost-after {lostAfter}: {Silos} silos, {GrainClients.Grains} grains, {rounds} kills
            taken for lost while alive: {suspected} in {watch.TotalSeconds:0} s, {inRounds} during the rounds
            """));
        if (recoveries.Count > 0)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"next success on {recoveries.Count} affected grains: median {Percentile.Of(recoveries, 50).TotalSeconds:0.0} s, 95 % {Percentile.Of(recoveries, 95).TotalSeconds:0.0} s, longest {recoveries.Max().TotalSeconds:0.0} s"));
        }
    }
}
