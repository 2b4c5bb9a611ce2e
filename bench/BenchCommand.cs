using System.CommandLine;
using ClusterActors.Bench.Reports;
using ClusterActors.Bench.SiloLoss;
using ClusterActors.Bench.Starts;

namespace ClusterActors.Bench;

/// <summary><c>./run bench</c>: what the system does in a second, beside what the machine could do at best. Nothing is asserted about time.</summary>
internal static class BenchCommand
{
    private const int DefaultRepetitions = 7;

    // After Ctrl-C the measurement under way ends first, so that its processes and folders are cleared away.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private static string Home =>
        Environment.GetEnvironmentVariable("CLUSTERACTORS_HOME") is { Length: > 0 } set ? set : Environment.CurrentDirectory;

    public static Task<int> RunAsync(string[] args)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object with every repetition instead of a table." };
        var repetitions = new Option<int>("--repetitions")
        {
            Description = "How often each figure and its floors are measured, after one round for warming up.",
            DefaultValueFactory = _ => DefaultRepetitions,
        };
        repetitions.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1)
                given.AddError("--repetitions takes a number from 1.");
        });
        var only = new Option<string>("--only") { Description = $"One figure, one family or one store: {string.Join(", ", Figures.All.Select(figure => figure.Name))}; or scale, scale-start-sqlite, …: over nations of up to 100,000 schools." };
        only.Validators.Add(given =>
        {
            if (Figures.Named(given.GetValueOrDefault<string>()).Count == 0)
                given.AddError($"There is no figure '{given.GetValueOrDefault<string>()}'.");
        });

        var root = new RootCommand("Measure ClusterActors: medians and spread, each figure beside its floors.") { json, repetitions, only };
        root.SetAction((arguments, cancel) => MeasureAsync(
            Figures.Named(arguments.GetValue(only)), arguments.GetValue(repetitions), arguments.GetValue(json), cancel));

        var emptyServer = new Command(EmptyServer.Verb, "The floor of 'start'.") { Hidden = true };
        emptyServer.SetAction((_, cancel) => EmptyServer.RunAsync(cancel));
        root.Subcommands.Add(emptyServer);
        root.Subcommands.Add(SiloLossCommand.Create(Home));

        var parsed = root.Parse(args);
        return parsed.Errors.Count > 0
            ? parsed.InvokeAsync().ContinueWith(_ => 2, TaskScheduler.Default)
            : parsed.InvokeAsync(new() { ProcessTerminationTimeout = Grace });
    }

    private static async Task<int> MeasureAsync(IReadOnlyList<IFigure> figures, int repetitions, bool json, CancellationToken cancel)
    {
        await using var place = new Workplace(Home);
        var machine = Machine.Here();
        var rows = new List<FigureReport>();
        foreach (var figure in figures)
            rows.AddRange(FigureReport.Of(figure, await Repetitions.RunAsync(figure, repetitions, place, cancel)));

        var report = new Report(Runtimes.OfBuild, machine, await StoreVersions.OfAsync(place), rows);
        Console.WriteLine(json ? report.ToJson() : ReportTable.Of(report));
        return 0;
    }
}
