using System.Text;
using ClusterActors.Academy;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

internal sealed class PostgresJournalViewer(PostgresReads reads) : IJournalViewer
{
    private const string RegistrySql = """
        SELECT json_build_object(
          'schools', coalesce(json_agg(payload ->> 'school' ORDER BY version) FILTER (WHERE type = 'school-registered'), '[]'),
          'clusters', coalesce(json_agg(payload ->> 'cluster' ORDER BY version) FILTER (WHERE type = 'cluster-formed'), '[]'))::text
        FROM (SELECT version, type, convert_from(payload, 'UTF8')::json AS payload FROM events
              WHERE stream = $1 AND version <= $2 AND type IN ('school-registered', 'cluster-formed')) AS decided
        """;

    private const string RegulationSql = """
        SELECT (payload -> 'regulation')::text
        FROM (SELECT version, convert_from(payload, 'UTF8')::json AS payload FROM events WHERE stream = $1 AND type IN ('regulation-issued', 'opened')) AS ruled
        WHERE (payload -> 'regulation' ->> 'year')::int = $2 ORDER BY version DESC LIMIT 1
        """;

    public async Task<AcademyRegistry> RegistryAsync(long version, CancellationToken cancel = default) => (await reads.FirstAsync(
        RegistrySql, row => JsonRow.Read<AcademyRegistry>(row.GetString(0)), cancel, Value(AcademyKey.National.ToString()), Value(version)))!;

    public Task<Regulation?> RegulationAsync(string stream, int year, CancellationToken cancel = default) =>
        reads.FirstAsync(RegulationSql, row => JsonRow.Read<Regulation>(row.GetString(0)), cancel, Value(stream), Value(year));

    public async Task<JournalPage> OfSchoolAsync(string school, long? before, int limit, CancellationToken cancel = default) => JournalEntries.Page(
        await reads.AllAsync(
            SchoolSql.Journal,
            EventRow.Read,
            cancel,
            Value(new SchoolKey(school).ToString()),
            Value(school),
            Value(before ?? long.MaxValue),
            Value(Encoding.UTF8.GetBytes($"\"{school}\"")),
            Value(limit + 1L)),
        limit);
}
