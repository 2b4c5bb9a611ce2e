namespace ClusterActors.Storage.Sqlite;

/// <summary>
/// What national views take out of a campaign's document, kept beside it: the document is twenty times as long, and to read a year
/// every cluster's would have to be parsed. The database itself keeps the table, by triggers, so that it agrees with the documents
/// whichever release writes them.
/// </summary>
internal static class CampaignYears
{
    public const string Table = "campaign_years";

    /// <summary>Once for a folder, new or not.</summary>
    public const string Sql = $"""
        CREATE TABLE {Table} (
          year    INTEGER NOT NULL,
          cluster TEXT    NOT NULL,
          summary TEXT    NOT NULL,
          PRIMARY KEY (year, cluster)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER views_summed_up AFTER INSERT ON views WHEN {IsCampaign}
          BEGIN {Keep}; END;
        CREATE TRIGGER views_summed_up_anew AFTER UPDATE ON views WHEN {IsCampaign}
          BEGIN {Keep}; END;

        INSERT INTO {Table} (year, cluster, summary) {Summary}
        WHERE v.kind = '{CampaignKey.Kind}' AND v.cluster IS NOT NULL AND v.year IS NOT NULL;

        CREATE INDEX views_visited ON views (year, cluster) WHERE kind = '{InspectionKey.Kind}' AND phase <> 'Assigned';
        DROP INDEX IF EXISTS views_year;
        """;

    private const string Keep = $"""
        INSERT INTO {Table} (year, cluster, summary) {Summary} WHERE v.stream = NEW.stream
        ON CONFLICT (year, cluster) DO UPDATE SET summary = excluded.summary
        """;

    private const string IsCampaign = $"NEW.kind = '{CampaignKey.Kind}' AND NEW.cluster IS NOT NULL AND NEW.year IS NOT NULL";

    /// <summary>LIMIT -1 limits nothing: it has the sheets looked through once and not for every school of the ranking.</summary>
    private const string Summary = """
        SELECT v.year, v.cluster, json_object(
          'phase', v.text ->> '$.phase',
          'members', json_array_length(v.text, '$.roll'),
          'signatures', json_array_length(v.text, '$.signatures'),
          'sheets', json_array_length(v.text, '$.sheets'),
          'inspected', (SELECT count(*) FROM json_each(v.text, '$.sheets') AS s WHERE json_array_length(s.value, '$.verified') > 0),
          'deadlines', json(coalesce(v.text -> '$.deadlines', '[]')),
          'officers', json(v.text -> '$.officers'),
          'nominations', json(coalesce(v.text -> '$.nominations', '[]')),
          'ranking', json((
            SELECT json_group_array(json_object(
              'school', r.value ->> '$.school', 'rank', r.value ->> '$.rank', 'total', json(r.value -> '$.total'), 'selfTotal', json(s.self_total)) ORDER BY r.key)
            FROM json_each(v.text, '$.ranking') AS r
            LEFT JOIN (SELECT value ->> '$.school' AS school, value -> '$.selfTotal' AS self_total FROM json_each(v.text, '$.sheets') LIMIT -1) AS s
              ON s.school = r.value ->> '$.school')))
        FROM (SELECT stream, kind, cluster, year, CAST(document AS TEXT) AS text FROM views) AS v
        """;
}
