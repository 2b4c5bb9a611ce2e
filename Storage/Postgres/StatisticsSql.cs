namespace ClusterActors.Storage.Postgres;

/// <summary>What schools have reported; see <see cref="NationalSql"/> for how rows are given.</summary>
internal static class StatisticsSql
{
    /// <summary>The years $1 to $2, the period $3. A roll is its campaign's, so who joins it counts there from then on; with who was merged while on it stands how that counts.</summary>
    public const string Reports = $"""
        WITH enrolled AS (
          SELECT v.cluster, v.year, m.school COLLATE "C" AS school, NULL AS merged_on, 'false'::jsonb AS counts
          FROM views AS v, jsonb_array_elements_text(convert_from(v.document, 'UTF8')::jsonb -> 'roll') AS m(school)
          WHERE v.kind = '{CampaignKey.Kind}' AND v.year BETWEEN $1 AND $2
          UNION ALL
          SELECT v.cluster, v.year, (d.item ->> 'school') COLLATE "C", d.item ->> 'on', coalesce(d.item -> 'countsUntilMerger', 'false')
          FROM views AS v, jsonb_path_query(convert_from(v.document, 'UTF8')::jsonb, '$.departed[*] ? (@.type() == "object")') AS d(item)
          WHERE v.kind = '{CampaignKey.Kind}' AND v.year BETWEEN $1 AND $2
        ),
        known AS (
          SELECT e.cluster, e.year, e.school, e.merged_on, e.counts, convert_from(s.document, 'UTF8')::jsonb AS document
          FROM enrolled AS e LEFT JOIN views AS s ON s.stream = '{StatisticsKey.Kind}:' || e.school || ':' || e.year
        )
        SELECT json_build_object(
          'year', year, 'cluster', cluster, 'school', school, 'frozen', coalesce(document -> 'frozen', 'false'),
          'figures', jsonb_path_query_first(document, '$.reports[*] ? (@.period == $period).figures', jsonb_build_object('period', $3::text)),
          'mergedOn', merged_on, 'countsUntilMerger', counts)::text
        FROM known ORDER BY year, cluster, school
        """;

    /// <summary>A successor that had never been in a cluster has been founded for the merger.</summary>
    public const string Successions = $"""
        SELECT json_build_object(
          'school', document ->> 'school', 'successor', document -> 'mergedInto' ->> 'successor', 'on', document -> 'mergedInto' ->> 'on',
          'founded', COALESCE((document -> 'mergedInto' ->> 'founded')::boolean, (document -> 'mergedInto' ->> 'before') IS NULL))::text
        FROM (SELECT stream, convert_from(document, 'UTF8')::jsonb AS document FROM views WHERE kind = '{SchoolKey.Kind}') AS schools
        WHERE jsonb_typeof(document -> 'mergedInto') = 'object' ORDER BY stream COLLATE "C"
        """;

    /// <summary>All schools of a year report by one regulation.</summary>
    public const string Indicators = $"""
        SELECT (convert_from(document, 'UTF8')::jsonb -> 'indicators')::text FROM views
        WHERE kind = '{StatisticsKey.Kind}' AND year = $1 ORDER BY stream LIMIT 1
        """;
}
