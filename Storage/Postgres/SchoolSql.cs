namespace ClusterActors.Storage.Postgres;

/// <summary>What concerns one school. $1 is its own stream, $2 its code.</summary>
internal static class SchoolSql
{
    /// <summary>The clusters a school is or was in: as its view says, as it was inspected, and as it has joined them.</summary>
    private const string ItsClusters = $"""
        its_clusters AS (
          SELECT cluster FROM views WHERE stream = $1 AND cluster IS NOT NULL
          UNION SELECT cluster FROM views WHERE kind = '{InspectionKey.Kind}' AND school = $2
          UNION SELECT (convert_from(payload, 'UTF8')::jsonb ->> 'cluster') COLLATE "C" FROM events WHERE stream = $1 AND type = 'cluster-joined'
        )
        """;

    /// <summary>The variable of the JSON paths.</summary>
    private const string Its = "jsonb_build_object('school', $2::text)";

    public const string History = $"""
        WITH {ItsClusters},
        opened AS MATERIALIZED (
          SELECT v.cluster, v.year, convert_from(v.document, 'UTF8')::jsonb AS document
          FROM its_clusters JOIN views AS v ON v.cluster = its_clusters.cluster AND v.kind = '{CampaignKey.Kind}'
        ),
        its_years AS (
          SELECT v.cluster, v.year, v.document, convert_from(i.document, 'UTF8')::jsonb AS inspection,
            coalesce(
              jsonb_path_query_first(v.document, '$.signatures[*] ? (@.school == $school)', {Its}),
              jsonb_path_query_first(v.document, '$.departed[*] ? (@.school == $school).signature', {Its})) AS signature,
            coalesce(
              jsonb_path_query_first(v.document, '$.sheets[*] ? (@.school == $school)', {Its}),
              jsonb_path_query_first(v.document, '$.departed[*] ? (@.school == $school).sheet', {Its})) AS sheet,
            jsonb_path_query_first(v.document, '$.ranking[*] ? (@.school == $school)', {Its}) AS ranked
          FROM opened AS v
          LEFT JOIN views AS i ON i.stream = '{InspectionKey.Kind}:' || v.cluster || ':' || v.year || ':' || $2
          WHERE v.document -> 'roll' ? $2 OR jsonb_path_exists(v.document, '$.departed[*] ? (@.school == $school)', {Its})
        ),
        shown AS (
          SELECT v.cluster, v.year, json_build_object(
            'cluster', v.cluster, 'year', v.year, 'phase', v.document ->> 'phase',
            'office', CASE
              WHEN v.document -> 'officers' ->> 'head' = $2 THEN 'head'
              WHEN v.document -> 'officers' -> 'deputies' ? $2 THEN 'deputy' END,
            'signedOn', signature ->> 'signedOn', 'selfTotal', sheet -> 'selfTotal', 'total', ranked -> 'total', 'rank', ranked -> 'rank',
            'awards', coalesce((SELECT json_agg({NationalSql.Nomination} ORDER BY place)
              FROM jsonb_array_elements(v.document -> 'nominations') WITH ORDINALITY AS items(n, place) WHERE n ->> 'school' = $2), '[]'),
            'inspection', v.inspection ->> 'stage',
            'inspectedBy', coalesce((SELECT json_agg(p ->> 'inspector' ORDER BY (p ->> 'inspector') COLLATE "C")
              FROM jsonb_array_elements(v.document -> 'inspections') AS p WHERE p ->> 'inspected' = $2), '[]'),
            'inspects', coalesce((SELECT json_agg(p ->> 'inspected' ORDER BY (p ->> 'inspected') COLLATE "C")
              FROM jsonb_array_elements(v.document -> 'inspections') AS p WHERE p ->> 'inspector' = $2), '[]')) AS entry
          FROM its_years AS v
        )
        SELECT json_build_object(
          'school', school, 'name', convert_from(document, 'UTF8')::jsonb ->> 'name', 'province', convert_from(document, 'UTF8')::jsonb ->> 'province',
          'cluster', cluster, 'years', coalesce((SELECT json_agg(shown.entry ORDER BY shown.year DESC, shown.cluster) FROM shown), '[]'))::text
        FROM views WHERE stream = $1 AND kind = '{SchoolKey.Kind}'
        """;

    /// <summary>A school is looked up by the column <c>searched</c>, and its document read only when it has been found.</summary>
    public const string Search = $"""
        WITH schools AS (
          SELECT school, cluster, searched, convert_from(document, 'UTF8')::jsonb AS document FROM views
          WHERE kind = '{SchoolKey.Kind}' AND school > $1
        )
        SELECT json_build_object('school', school, 'name', document ->> 'name', 'province', document ->> 'province', 'cluster', cluster)::text
        FROM schools
        WHERE strpos(searched, search_text($2)) > 0
        ORDER BY school LIMIT $3
        """;

    /// <summary>
    /// The streams first, then their events (OFFSET 0 keeps it so): the other way about would read the whole journal. Looking for
    /// the quoted code spares most payloads their parsing; what decides is that a text of the payload is the code.
    /// </summary>
    public const string Journal = $"""
        WITH {ItsClusters},
        its_streams AS MATERIALIZED (
          SELECT $1 COLLATE "C" AS stream, true AS whole
          UNION ALL SELECT stream, true FROM views WHERE kind IN ('{InspectionKey.Kind}', '{StatisticsKey.Kind}', '{AssessmentKey.Kind}') AND school = $2
          UNION ALL SELECT v.stream, false FROM its_clusters JOIN views AS v ON v.cluster = its_clusters.cluster
            WHERE v.kind <> '{SchoolKey.Kind}' AND v.school IS DISTINCT FROM $2
          UNION ALL SELECT stream, false FROM views WHERE kind = '{AcademyKey.Kind}'
        )
        SELECT e.position, e.stream, e.version, e.type, e.payload, e.actor, e.operation_id, e.recorded_at, e.prev_hash, e.hash
        FROM its_streams
        CROSS JOIN LATERAL (SELECT {EventRow.Columns} FROM events WHERE events.stream = its_streams.stream AND events.position < $3 OFFSET 0) AS e
        WHERE whole OR (
          position($4 IN e.payload) > 0
          AND jsonb_path_exists(convert_from(e.payload, 'UTF8')::jsonb, '$.** ? (@ == $school)', {Its}))
        ORDER BY e.position DESC LIMIT $5
        """;
}
