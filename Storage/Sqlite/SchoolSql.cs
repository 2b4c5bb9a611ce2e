namespace ClusterActors.Storage.Sqlite;

/// <summary>What concerns one school. <c>$stream</c> is its own stream, <c>$school</c> its code.</summary>
internal static class SchoolSql
{
    /// <summary>The clusters a school is or was in: as its view says, as it was inspected, and as it has joined them.</summary>
    private const string ItsClusters = $"""
        its_clusters(cluster) AS (
          SELECT cluster FROM views WHERE stream = $stream AND cluster IS NOT NULL
          UNION SELECT cluster FROM views WHERE kind = '{InspectionKey.Kind}' AND school = $school
          UNION SELECT CAST(payload AS TEXT) ->> '$.cluster' FROM events WHERE stream = $stream AND type = 'cluster-joined'
        )
        """;

    /// <summary>The clusters first (CROSS JOIN): the other way about would read every campaign of the nation.</summary>
    public const string History = $"""
        WITH {ItsClusters},
        its_years AS MATERIALIZED (
          SELECT v.cluster, v.year, CAST(v.document AS TEXT) AS document, CAST(i.document AS TEXT) AS inspection
          FROM its_clusters
          CROSS JOIN views AS v ON v.cluster = its_clusters.cluster AND v.kind = '{CampaignKey.Kind}'
          LEFT JOIN views AS i ON i.stream = '{InspectionKey.Kind}:' || v.cluster || ':' || v.year || ':' || $school
          WHERE EXISTS (SELECT 1 FROM json_each(CAST(v.document AS TEXT), '$.roll') AS m WHERE m.value = $school)
            OR EXISTS (SELECT 1 FROM json_each(CAST(v.document AS TEXT), '$.departed') AS d WHERE d.type = 'object' AND d.value ->> '$.school' = $school)
        ),
        shown AS (
          SELECT v.cluster, v.year, json_object(
            'cluster', v.cluster, 'year', v.year, 'phase', v.document ->> '$.phase',
            'office', CASE
              WHEN v.document ->> '$.officers.head' = $school THEN 'head'
              WHEN EXISTS (SELECT 1 FROM json_each(v.document, '$.officers.deputies') AS d WHERE d.value = $school) THEN 'deputy' END,
            'signedOn', coalesce(
              (SELECT s.value ->> '$.signedOn' FROM json_each(v.document, '$.signatures') AS s WHERE s.value ->> '$.school' = $school),
              (SELECT d.value ->> '$.signature.signedOn' FROM json_each(v.document, '$.departed') AS d WHERE d.type = 'object' AND d.value ->> '$.school' = $school)),
            'selfTotal', json(coalesce(
              (SELECT s.value -> '$.selfTotal' FROM json_each(v.document, '$.sheets') AS s WHERE s.value ->> '$.school' = $school),
              (SELECT d.value -> '$.sheet.selfTotal' FROM json_each(v.document, '$.departed') AS d WHERE d.type = 'object' AND d.value ->> '$.school' = $school))),
            'total', json((SELECT r.value -> '$.total' FROM json_each(v.document, '$.ranking') AS r WHERE r.value ->> '$.school' = $school)),
            'rank', (SELECT r.value ->> '$.rank' FROM json_each(v.document, '$.ranking') AS r WHERE r.value ->> '$.school' = $school),
            'awards', json((SELECT json_group_array(json({NationalSql.Nomination}) ORDER BY n.key)
              FROM json_each(v.document, '$.nominations') AS n WHERE n.value ->> '$.school' = $school)),
            'inspection', v.inspection ->> '$.stage',
            'inspectedBy', json((SELECT json_group_array(p.value ->> '$.inspector' ORDER BY p.value ->> '$.inspector')
              FROM json_each(v.document, '$.inspections') AS p WHERE p.value ->> '$.inspected' = $school)),
            'inspects', json((SELECT json_group_array(p.value ->> '$.inspected' ORDER BY p.value ->> '$.inspected')
              FROM json_each(v.document, '$.inspections') AS p WHERE p.value ->> '$.inspector' = $school))) AS entry
          FROM its_years AS v
        )
        SELECT json_object(
          'school', school, 'name', CAST(document AS TEXT) ->> '$.name', 'province', CAST(document AS TEXT) ->> '$.province', 'cluster', cluster,
          'years', json((SELECT json_group_array(json(shown.entry) ORDER BY shown.year DESC, shown.cluster) FROM shown)))
        FROM views WHERE stream = $stream AND kind = '{SchoolKey.Kind}'
        """;

    /// <summary>The line breaks keep a text from being found across two fields.</summary>
    public const string Search = $"""
        WITH schools AS (
          SELECT school, cluster, CAST(document AS TEXT) AS document FROM views
          WHERE kind = '{SchoolKey.Kind}' AND school > $after
        )
        SELECT json_object('school', school, 'name', document ->> '$.name', 'province', document ->> '$.province', 'cluster', cluster)
        FROM schools
        WHERE instr(
          search_text(school || char(10) || (document ->> '$.name') || char(10) || (document ->> '$.province')), search_text($text)) > 0
        ORDER BY school LIMIT $limit
        """;

    /// <summary>
    /// The streams first, in this order (CROSS JOIN), then their events: the other way about would read the whole journal. Looking
    /// for the quoted code spares most payloads their parsing; what decides is that a text of the payload is the code.
    /// </summary>
    public const string Journal = $"""
        WITH {ItsClusters},
        its_streams(stream, whole) AS MATERIALIZED (
          SELECT $stream, 1
          UNION ALL SELECT stream, 1 FROM views WHERE kind IN ('{InspectionKey.Kind}', '{StatisticsKey.Kind}', '{AssessmentKey.Kind}') AND school = $school
          UNION ALL SELECT v.stream, 0 FROM its_clusters JOIN views AS v ON v.cluster = its_clusters.cluster
            WHERE v.kind <> '{SchoolKey.Kind}' AND v.school IS NOT $school
          UNION ALL SELECT stream, 0 FROM views WHERE kind = '{AcademyKey.Kind}'
        )
        SELECT e.position, e.stream, e.version, e.type, e.payload, e.actor, e.operation_id, e.recorded_at, e.prev_hash, e.hash
        FROM its_streams CROSS JOIN events AS e ON e.stream = its_streams.stream
        WHERE e.position < $before AND (whole OR (
          instr(CAST(e.payload AS TEXT), $quoted) > 0
          AND EXISTS (SELECT 1 FROM json_tree(CAST(e.payload AS TEXT)) AS t WHERE t.type = 'text' AND t.atom = $school)))
        ORDER BY e.position DESC LIMIT $limit
        """;
}
