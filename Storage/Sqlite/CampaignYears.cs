namespace ClusterActors.Storage.Sqlite;

/// <summary>
/// What national views take out of a campaign's document, kept beside it: the document is twenty times as long, and to read a year
/// every cluster's would have to be parsed. The database itself keeps the table, by triggers, so that it agrees with the documents
/// whichever release writes them.
/// </summary>
internal static class CampaignYears
{
    public const string Table = "campaign_years";

    /// <summary>The trigger by which a folder shows whether its summaries are those of this release.</summary>
    public const string Trigger = $"CREATE TRIGGER views_summed_up AFTER INSERT ON views WHEN {IsCampaign} BEGIN {Keep}; END";

    /// <summary>Once for a folder, new or not, and once more where another release has made the summaries.</summary>
    public const string Sql = $"""
        DROP TRIGGER IF EXISTS views_summed_up;
        DROP TRIGGER IF EXISTS views_summed_up_anew;
        DROP TABLE IF EXISTS {Table};
        DROP INDEX IF EXISTS views_visited;

        CREATE TABLE {Table} (
          year    INTEGER NOT NULL,
          cluster TEXT    NOT NULL,
          summary TEXT    NOT NULL,
          PRIMARY KEY (year, cluster)
        ) STRICT, WITHOUT ROWID;

        {Trigger};
        CREATE TRIGGER views_summed_up_anew AFTER UPDATE ON views WHEN {IsCampaign}
          BEGIN {Keep}; END;

        INSERT INTO {Table} (year, cluster, summary) {Summary}
        WHERE v.kind = '{CampaignKey.Kind}' AND v.cluster IS NOT NULL AND v.year IS NOT NULL;

        CREATE INDEX views_visited ON views (year, cluster, school) WHERE kind = '{InspectionKey.Kind}' AND phase <> 'Assigned';
        DROP INDEX IF EXISTS views_year;
        """;

    private const string Keep = $"""
        INSERT INTO {Table} (year, cluster, summary) {Summary} WHERE v.stream = NEW.stream
        ON CONFLICT (year, cluster) DO UPDATE SET summary = excluded.summary
        """;

    private const string IsCampaign = $"NEW.kind = '{CampaignKey.Kind}' AND NEW.cluster IS NOT NULL AND NEW.year IS NOT NULL";

    /// <summary>
    /// What is counted is counted of the schools on the roll: registrations, signatures and sheets of those that were merged stay on record. LIMIT -1 limits
    /// nothing: it has the sheets looked through once and not for every school of the ranking.
    /// </summary>
    private const string Summary = """
        SELECT v.year, v.cluster, json_object(
          'phase', v.text ->> '$.phase',
          'members', json_array_length(v.text, '$.roll'),
          'registered', (SELECT count(*) FROM json_each(v.text, '$.registrations') AS r
            WHERE r.value ->> '$.school' IN (SELECT value FROM json_each(v.text, '$.roll'))),
          'signatures', (SELECT count(*) FROM json_each(v.text, '$.signatures') AS s
            WHERE s.value ->> '$.school' IN (SELECT value FROM json_each(v.text, '$.roll'))),
          'sheets', (SELECT count(*) FROM json_each(v.text, '$.sheets') AS s
            WHERE s.value ->> '$.school' IN (SELECT value FROM json_each(v.text, '$.roll'))),
          'inspected', (SELECT count(*) FROM json_each(v.text, '$.sheets') AS s
            WHERE json_array_length(s.value, '$.verified') > 0 AND s.value ->> '$.school' IN (SELECT value FROM json_each(v.text, '$.roll'))),
          'departed', json((SELECT json_group_array(d.value ->> '$.school') FROM json_each(v.text, '$.departed') AS d WHERE d.type = 'object')),
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
