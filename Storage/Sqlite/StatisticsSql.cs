namespace ClusterActors.Storage.Sqlite;

/// <summary>What schools have reported; see <see cref="NationalSql"/> for how rows are given.</summary>
internal static class StatisticsSql
{
    /// <summary>A roll is its campaign's, so who joins it counts there from then on; with who was merged while on it stands how that counts.</summary>
    public const string Reports = $"""
        WITH enrolled AS (
          SELECT v.cluster, v.year, m.value AS school, NULL AS merged_on, 'false' AS counts
          FROM views AS v, json_each(CAST(v.document AS TEXT), '$.roll') AS m
          WHERE v.kind = '{CampaignKey.Kind}' AND v.year BETWEEN $first AND $last
          UNION ALL
          SELECT v.cluster, v.year, d.value ->> '$.school', d.value ->> '$.on', coalesce(d.value -> '$.countsUntilMerger', 'false')
          FROM views AS v, json_each(CAST(v.document AS TEXT), '$.departed') AS d
          WHERE v.kind = '{CampaignKey.Kind}' AND v.year BETWEEN $first AND $last AND d.type = 'object'
        ),
        known AS (
          SELECT enrolled.*, CAST(s.document AS TEXT) AS document
          FROM enrolled LEFT JOIN views AS s ON s.stream = '{StatisticsKey.Kind}:' || enrolled.school || ':' || enrolled.year
        )
        SELECT json_object(
          'year', year, 'cluster', cluster, 'school', school, 'frozen', json(coalesce(document -> '$.frozen', 'false')),
          'figures', json((SELECT r.value -> '$.figures' FROM json_each(document, '$.reports') AS r WHERE r.value ->> '$.period' = $period)),
          'mergedOn', merged_on, 'countsUntilMerger', json(counts))
        FROM known ORDER BY year, cluster, school
        """;

    /// <summary>A successor that had never been in a cluster has been founded for the merger.</summary>
    public const string Successions = $"""
        SELECT json_object(
          'school', document ->> '$.school', 'successor', document ->> '$.mergedInto.successor', 'on', document ->> '$.mergedInto.on',
          'founded', json(CASE WHEN COALESCE(document ->> '$.mergedInto.founded', document ->> '$.mergedInto.before' IS NULL) THEN 'true' ELSE 'false' END))
        FROM (SELECT stream, CAST(document AS TEXT) AS document FROM views WHERE kind = '{SchoolKey.Kind}')
        WHERE document ->> '$.mergedInto' IS NOT NULL ORDER BY stream
        """;

    /// <summary>All schools of a year report by one regulation.</summary>
    public const string Indicators = $"""
        SELECT CAST(document AS TEXT) -> '$.indicators' FROM views
        WHERE kind = '{StatisticsKey.Kind}' AND year = $year ORDER BY stream LIMIT 1
        """;
}
