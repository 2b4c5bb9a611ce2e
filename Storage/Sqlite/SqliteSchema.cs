using System.Globalization;
using ClusterActors.Journal;

namespace ClusterActors.Storage.Sqlite;

/// <summary>
/// Makes the tables of a new folder, or makes sure that an old one is of the right kind and not of a later release. A throw
/// leaves the transaction open for the caller, who closes the connection and so rolls back.
/// </summary>
internal static class SqliteSchema
{
    public const int Version = 1;

    public static void Prepare(SqliteSession session, FolderKind? kind)
    {
        session.Execute("BEGIN IMMEDIATE");
        if (session.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'meta'") == 0)
            Create(session, kind ?? throw new JournalException(StoreFault.JournalBroken, "The folder holds no journal."));
        else
            Check(session, kind);
        foreach (var (table, column, type) in SqliteTables.LaterColumns)
        {
            if (session.Number("SELECT count(*) FROM pragma_table_info($table) WHERE name = $column", table, column) == 0)
                session.Script($"ALTER TABLE {table} ADD COLUMN {column} {type}");
        }

        session.Script(SqliteTables.Additions);
        if (session.Number("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND sql = $trigger", CampaignYears.Trigger) == 0)
            session.Script(CampaignYears.Sql);
        session.Execute("COMMIT");
    }

    private static void Create(SqliteSession session, FolderKind kind)
    {
        session.Script(SqliteTables.Sql);
        session.Execute("INSERT INTO meta (name, value) VALUES ('schema', $version)", Version.ToString(CultureInfo.InvariantCulture));
        session.Execute("INSERT INTO meta (name, value) VALUES ('kind', $kind)", Name(kind));
    }

    private static void Check(SqliteSession session, FolderKind? kind)
    {
        VersionOf(session);
        var actual = KindOf(session);
        if (kind is { } wanted && actual != Name(wanted))
            throw new JournalException(
                kind == FolderKind.Live ? StoreFault.DataFolderIsPlay : StoreFault.DataFolderIsLive,
                $"The folder is a {actual} folder and was to be opened as a {Name(wanted)} one.");
    }

    /// <exception cref="JournalException"><c>schema_too_new</c>, <c>journal_broken</c></exception>
    public static int VersionOf(SqliteSession session)
    {
        var version = int.Parse(Meta(session, "schema"), CultureInfo.InvariantCulture);
        return version <= Version
            ? version
            : throw new JournalException(StoreFault.SchemaTooNew, $"The folder has schema {version}; this release knows up to {Version}.");
    }

    /// <summary><c>live</c> or <c>play</c>.</summary>
    public static string KindOf(SqliteSession session) => Meta(session, "kind");

    private static string Meta(SqliteSession session, string name) =>
        session.First("SELECT value FROM meta WHERE name = $name", row => row.GetString(0), name)
        ?? throw new JournalException(StoreFault.JournalBroken, $"The folder's database does not tell its {name}.");

    private static string Name(FolderKind kind) => kind switch
    {
        FolderKind.Live => "live",
        FolderKind.Play => "play",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
