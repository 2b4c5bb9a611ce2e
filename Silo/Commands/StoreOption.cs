using System.CommandLine;

namespace ClusterActors.Silo.Commands;

internal static class StoreOption
{
    /// <summary>What a command line holds can be read by everyone on the machine; a variable only by its owner.</summary>
    public const string Variable = "CLUSTERACTORS_STORE";

    public static Option<string?> Create() => new("--store")
    {
        Description = $"postgres://user:password@host:port/database, or the variable {Variable}. Default: SQLite in the data folder",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } store ? store : null,
    };
}
