using ClusterActors.Academy;

namespace ClusterActors.Storage.Sqlite;

internal sealed class SqliteJournalViewer(SqliteReaders readers) : IJournalViewer
{
    public const string RegistrySql = """
        SELECT json_object(
          'schools', json_group_array(payload ->> '$.school' ORDER BY version) FILTER (WHERE type = 'school-registered'),
          'clusters', json_group_array(payload ->> '$.cluster' ORDER BY version) FILTER (WHERE type = 'cluster-formed'))
        FROM (SELECT version, type, CAST(payload AS TEXT) AS payload FROM events
              WHERE stream = $stream AND version <= $version AND type IN ('school-registered', 'cluster-formed'))
        """;

    public const string RegulationSql = """
        SELECT payload -> '$.regulation'
        FROM (SELECT version, CAST(payload AS TEXT) AS payload FROM events WHERE stream = $stream AND type IN ('regulation-issued', 'opened'))
        WHERE payload ->> '$.regulation.year' = $year ORDER BY version DESC LIMIT 1
        """;

    public Task<AcademyRegistry> RegistryAsync(long version, CancellationToken cancel = default) => readers.ReadAsync(
        db => db.First(RegistrySql, row => JsonRow.Read<AcademyRegistry>(row.GetString(0)), AcademyKey.National.ToString(), version)!, cancel);

    public Task<Regulation?> RegulationAsync(string stream, int year, CancellationToken cancel = default) => readers.ReadAsync(
        db => db.First(RegulationSql, row => JsonRow.Read<Regulation>(row.GetString(0)), stream, year), cancel);

    public Task<JournalPage> OfSchoolAsync(string school, long? before, int limit, CancellationToken cancel = default) => readers.ReadAsync(
        db => JournalEntries.Page(
            db.All(SchoolSql.Journal, EventRow.Read, new SchoolKey(school).ToString(), school, before ?? long.MaxValue, $"\"{school}\"", limit + 1L),
            limit),
        cancel);
}
