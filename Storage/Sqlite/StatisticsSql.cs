namespace ClusterActors.Storage.Sqlite;

/// <summary>What schools have reported; see <see cref="NationalSql"/> for how rows are given.</summary>
internal static class StatisticsSql
{
    /// <summary>A roll is its campaign's, so who joins or leaves it counts there from then on.</summary>
    public const string Reports = $"""
        WITH enrolled AS (
          SELECT v.cluster, v.year, m.value AS school
          FROM views AS v, json_each(CAST(v.document AS TEXT), '$.roll') AS m
          WHERE v.kind = '{CampaignKey.Kind}' AND v.year BETWEEN $first AND $last
        ),
        known AS (
          SELECT e.cluster, e.year, e.school, CAST(s.document AS TEXT) AS document
          FROM enrolled AS e LEFT JOIN views AS s ON s.stream = '{StatisticsKey.Kind}:' || e.school || ':' || e.year
        )
        SELECT json_object(
          'year', year, 'cluster', cluster, 'school', school, 'frozen', json(coalesce(document -> '$.frozen', 'false')),
          'figures', json((SELECT r.value -> '$.figures' FROM json_each(document, '$.reports') AS r WHERE r.value ->> '$.period' = $period)))
        FROM known ORDER BY year, cluster, school
        """;

    /// <summary>All schools of a year report by one regulation.</summary>
    public const string Indicators = $"""
        SELECT CAST(document AS TEXT) -> '$.indicators' FROM views
        WHERE kind = '{StatisticsKey.Kind}' AND year = $year ORDER BY stream LIMIT 1
        """;
}
