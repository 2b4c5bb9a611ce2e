using System.CommandLine;

namespace ClusterActors.Silo.Commands;

internal static class StoreOption
{
    public static Option<string?> Create() => new("--store") { Description = "postgres://user:password@host:port/database. Default: SQLite in the data folder" };
}
