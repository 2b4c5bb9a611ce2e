namespace ClusterActors.Storage.Sqlite;

/// <summary>
/// One year over all clusters; each row is one JSON object (<see cref="JsonRow"/>). What <c>-&gt;</c> takes out of a document is
/// the document's own text, also of a number; <c>json()</c> around it puts it back as it is.
/// </summary>
internal static class NationalSql
{
    /// <summary>A nomination: <c>n</c> is an item of the campaign's view <c>v</c>.</summary>
    public const string Nomination = """
        json_object(
          'cluster', v.cluster, 'year', v.year, 'school', n.value ->> '$.school', 'award', n.value ->> '$.award',
          'state', coalesce(n.value ->> '$.state', 'nominated'),
          'decision', json(CASE WHEN n.value ->> '$.decision' IS NOT NULL
            THEN json_object('number', n.value ->> '$.decision.number', 'issuedOn', n.value ->> '$.decision.issuedOn') END),
          'reason', n.value ->> '$.reason')
        """;

    public const string Clusters = $"""
        WITH {OpenSteps.Table},
        departed AS MATERIALIZED (
          SELECT v.cluster, d.value AS school FROM {CampaignYears.Table} AS v, json_each(v.summary, '$.departed') AS d WHERE v.year = $year
        ),
        visits AS (
          SELECT cluster, count(*) AS number FROM views
          WHERE kind = '{InspectionKey.Kind}' AND year = $year AND phase <> 'Assigned' AND (cluster, school) NOT IN (SELECT cluster, school FROM departed)
          GROUP BY cluster
        ),
        counted AS MATERIALIZED (
          SELECT v.cluster, summary ->> '$.phase' AS phase, summary -> '$.deadlines' AS deadlines,
            summary ->> '$.members' AS members, summary ->> '$.registered' AS registered, summary ->> '$.signatures' AS signatures, summary ->> '$.sheets' AS sheets,
            summary ->> '$.inspected' AS inspected, coalesce(visits.number, 0) AS visited
          FROM {CampaignYears.Table} AS v LEFT JOIN visits ON visits.cluster = v.cluster
          WHERE v.year = $year
        ),
        pending AS (
          SELECT counted.cluster, open_steps.step, d.value ->> '$.day' AS day, d.key AS n,
            members - CASE open_steps.step WHEN 'registration' THEN registered WHEN 'pact-signature' THEN signatures WHEN 'self-scores' THEN sheets ELSE visited END AS schools
          FROM counted
          CROSS JOIN json_each(counted.deadlines) AS d
          JOIN open_steps ON open_steps.phase = counted.phase AND open_steps.step = d.value ->> '$.step'
        ),
        due AS (
          SELECT cluster, step, day, schools, CAST(max(0, julianday($today) - julianday(day)) AS INTEGER) AS late,
            row_number() OVER (PARTITION BY cluster ORDER BY day, n) AS place
          FROM pending WHERE schools > 0
        ),
        clusters AS (
          SELECT cluster, CAST(document AS TEXT) AS document FROM views WHERE kind = '{ClusterKey.Kind}'
        )
        SELECT json_object(
          'cluster', clusters.cluster, 'number', clusters.document ->> '$.number', 'name', clusters.document ->> '$.name',
          'phase', phase, 'members', coalesce(members, json_array_length(clusters.document, '$.members')),
          'signatures', coalesce(signatures, 0), 'sheets', coalesce(sheets, 0), 'inspected', coalesce(inspected, 0),
          'next', json(CASE WHEN step IS NOT NULL THEN json_object(
            'step', step, 'day', day, 'pending', schools, 'late', iif(late > 0, schools, 0), 'daysLate', late) END),
          'overdue', json(iif(late > 0, 'true', 'false')))
        FROM clusters
        LEFT JOIN counted ON counted.cluster = clusters.cluster
        LEFT JOIN due ON due.cluster = clusters.cluster AND due.place = 1
        WHERE phase IS NOT NULL OR clusters.document ->> '$.dissolution' IS NULL
        ORDER BY clusters.cluster
        """;

    /// <summary>To order and compare totals a binary fraction will do: up to 15 digits no two decimals share one.</summary>
    public const string Scores = $"""
        WITH ranked AS (
          SELECT v.cluster, r.value ->> '$.school' AS school, r.value ->> '$.rank' AS place,
            r.value -> '$.total' AS total, r.value -> '$.selfTotal' AS self_total
          FROM {CampaignYears.Table} AS v, json_each(v.summary, '$.ranking') AS r
          WHERE v.year = $year
        )
        SELECT json_object(
          'nationalRank', rank() OVER (ORDER BY CAST(total AS REAL) DESC), 'school', school, 'cluster', cluster, 'clusterRank', place,
          'total', json(total), 'selfTotal', json(self_total))
        FROM ranked ORDER BY CAST(total AS REAL) DESC, cluster, school
        """;

    public const string Awards = $"""
        SELECT {Nomination}
        FROM {CampaignYears.Table} AS v, json_each(v.summary, '$.nominations') AS n
        WHERE v.year = $year
        ORDER BY v.cluster, n.key
        """;

    /// <summary>The cluster's own view knows who is in office now and who comes next; of other years the campaign tells who opened it.</summary>
    public const string Officers = $"""
        WITH known AS (
          SELECT c.cluster, CAST(c.document AS TEXT) AS document, v.summary AS campaign
          FROM views AS c
          LEFT JOIN {CampaignYears.Table} AS v ON v.cluster = c.cluster AND v.year = $year
          WHERE c.kind = '{ClusterKey.Kind}'
        ),
        chosen AS (
          SELECT cluster, document, CASE
              WHEN document ->> '$.inOffice.year' = $year THEN 'inOffice'
              WHEN campaign IS NOT NULL THEN 'campaign'
              WHEN document ->> '$.recognised.year' = $year THEN 'recognised'
              WHEN document ->> '$.proposed.year' = $year THEN 'proposed' END AS origin,
            campaign
          FROM known
        ),
        led AS (
          SELECT cluster, document, origin, CASE origin
              WHEN 'inOffice' THEN document -> '$.inOffice' WHEN 'campaign' THEN campaign -> '$.officers'
              WHEN 'recognised' THEN document -> '$.recognised' WHEN 'proposed' THEN document -> '$.proposed' END AS officers
          FROM chosen
        )
        SELECT json_object(
          'cluster', cluster, 'name', document ->> '$.name',
          'standing', CASE origin WHEN 'inOffice' THEN 'in-office' WHEN 'campaign' THEN 'in-office' ELSE origin END,
          'head', officers ->> '$.head', 'deputies', json(coalesce(officers -> '$.deputies', '[]')),
          'acting', iif(officers ->> '$.acting', officers ->> '$.head', NULL))
        FROM led WHERE origin IS NOT NULL OR document ->> '$.dissolution' IS NULL ORDER BY cluster
        """;
}
