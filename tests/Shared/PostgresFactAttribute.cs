namespace ClusterActors.Tests.Postgres;

/// <summary>Needs a PostgreSQL server to start.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = ServerBinaries.SkipReason;
}

public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = ServerBinaries.SkipReason;
}

/// <summary>With servers of its own that are killed, filled and stopped.</summary>
public sealed class PostgresCiFactAttribute : FactAttribute
{
    public PostgresCiFactAttribute() => Skip = ServerBinaries.SkipReason ?? Level.SkipBelow("ci");
}

public sealed class PostgresCiTheoryAttribute : TheoryAttribute
{
    public PostgresCiTheoryAttribute() => Skip = ServerBinaries.SkipReason ?? Level.SkipBelow("ci");
}
