using System.Globalization;
using System.Text.RegularExpressions;
using ClusterActors.Tests;
using ClusterActors.Tests.Postgres;

namespace ClusterActors.Bench.Stores.Postgres;

/// <summary>
/// PostgreSQL's own measure: as many clients as the run has callers, each with a connection of its own, write rows of the same
/// columns and sizes, one transaction for each command. Who shares a flush to disk is up to the server.
/// </summary>
internal sealed partial class PgbenchFloor : IRowsFloor
{
    // Of each client: it has no first command that is not timed, and a connection's first are slow.
    private const int FewestTransactions = 50;

    private static readonly string Program = ServerBinaries.Folder is null ? "" : ServerBinaries.Of("pgbench");

    public Floor About { get; } = new(
        "pgbench",
        "pgbench with as many clients, one transaction for each command that inserts rows of the same columns and sizes",
        File.Exists(Program) ? null : "pgbench is not among the PostgreSQL binaries");

    public async Task<TimeSpan> WriteAsync(IStoreKind kind, IFreshDatabase written, StoreRun run, Workplace place)
    {
        var server = await place.PostgresAsync();
        var connectionString = await server.CreateDatabaseAsync();
        await using var database = new PostgresDatabase(connectionString);
        await database.MakeTablesAsync();
        await PrivateServer.ExecuteAsync(connectionString, PgbenchScript.Preparation);

        using var folder = place.Folder.Make();
        var script = Path.Combine(folder.Path, "rows.sql");
        await File.WriteAllTextAsync(script, PgbenchScript.Sql);
        var transactions = Math.Max(run.CommandsEach, FewestTransactions);
        var said = await OwnProcess.RunAsync([
            Program, "--no-vacuum", "--protocol=prepared", $"--file={script}", $"--client={Text(run.Grains)}",
            $"--jobs={Text(Math.Min(run.Grains, Environment.ProcessorCount))}", $"--transactions={Text(transactions)}",
            .. PgbenchScript.Variables(run.Commits[0][0]).Select(variable => $"--define={variable}"),
            "--host=127.0.0.1", $"--port={server.Port}", "--username=postgres", DatabaseOf(connectionString)]);

        var rows = (long)run.Grains * transactions;
        if (await PrivateServer.ExecuteAsync(connectionString, "SELECT count(*) FROM events") is var events && !Equals(events, rows))
            throw new InvalidOperationException($"pgbench was to write {rows} events and wrote {events}: {said}");
        var perSecond = double.Parse(PerSecond().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(run.Grains * run.CommandsEach / perSecond);
    }

    // Other wording up to release 13.
    [GeneratedRegex(@"tps = ([0-9.]+) \((?:without initial connection time|excluding connections establishing)\)")]
    private static partial Regex PerSecond();

    private static string DatabaseOf(string connectionString) => new Npgsql.NpgsqlConnectionStringBuilder(connectionString).Database!;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
