namespace ClusterActors.Storage.Postgres;

/// <summary>
/// One year over all clusters; each row is one JSON object (<see cref="JsonRow"/>). <c>jsonb</c> keeps numbers as decimals.
/// </summary>
internal static class NationalSql
{
    /// <summary>A nomination: <c>n</c> is an item of the campaign's view <c>v</c>.</summary>
    public const string Nomination = """
        json_build_object(
          'cluster', v.cluster, 'year', v.year, 'school', n ->> 'school', 'award', n ->> 'award',
          'state', coalesce(n ->> 'state', 'nominated'),
          'decision', CASE WHEN n ->> 'decision' IS NOT NULL
            THEN json_build_object('number', n -> 'decision' ->> 'number', 'issuedOn', n -> 'decision' ->> 'issuedOn') END,
          'reason', n ->> 'reason')
        """;

    /// <summary>Every campaign of the year $1.</summary>
    private const string Campaigns = $"""
        campaigns AS (
          SELECT cluster, year, summary FROM views WHERE kind = '{CampaignKey.Kind}' AND year = $1
        )
        """;

    /// <summary>$2 is today.</summary>
    public const string Clusters = $"""
        WITH {OpenSteps.Table},
        {Campaigns},
        departed AS (
          SELECT cluster, d AS school FROM campaigns, jsonb_array_elements_text(summary -> 'departed') AS d
        ),
        visits AS (
          SELECT v.cluster, count(*) AS number FROM views AS v
          WHERE v.kind = '{InspectionKey.Kind}' AND v.year = $1 AND v.phase <> 'Assigned'
            AND NOT EXISTS (SELECT FROM departed AS d WHERE d.cluster = v.cluster AND d.school = v.school)
          GROUP BY v.cluster
        ),
        counted AS MATERIALIZED (
          SELECT campaigns.cluster, summary ->> 'phase' AS phase, summary -> 'deadlines' AS deadlines,
            (summary -> 'members')::bigint AS members, (summary -> 'registered')::bigint AS registered, (summary -> 'signatures')::bigint AS signatures, (summary -> 'sheets')::bigint AS sheets,
            (summary -> 'inspected')::bigint AS inspected, coalesce(visits.number, 0) AS visited
          FROM campaigns LEFT JOIN visits ON visits.cluster = campaigns.cluster
        ),
        pending AS (
          SELECT counted.cluster, open_steps.step, (d.item ->> 'day')::date AS day, d.n,
            members - CASE open_steps.step WHEN 'registration' THEN registered WHEN 'pact-signature' THEN signatures WHEN 'self-scores' THEN sheets ELSE visited END AS schools
          FROM counted
          CROSS JOIN jsonb_array_elements(counted.deadlines) WITH ORDINALITY AS d(item, n)
          JOIN open_steps ON open_steps.phase = counted.phase AND open_steps.step = d.item ->> 'step'
        ),
        due AS (
          SELECT cluster, step, day, schools, greatest(0, $2 - day) AS late, row_number() OVER (PARTITION BY cluster ORDER BY day, n) AS place
          FROM pending WHERE schools > 0
        ),
        clusters AS (
          SELECT cluster, convert_from(document, 'UTF8')::jsonb AS document FROM views WHERE kind = '{ClusterKey.Kind}'
        )
        SELECT json_build_object(
          'cluster', clusters.cluster, 'number', clusters.document -> 'number', 'name', clusters.document ->> 'name',
          'phase', phase, 'members', coalesce(members, jsonb_array_length(clusters.document -> 'members')),
          'signatures', coalesce(signatures, 0), 'sheets', coalesce(sheets, 0), 'inspected', coalesce(inspected, 0),
          'next', CASE WHEN step IS NOT NULL THEN json_build_object(
            'step', step, 'day', day, 'pending', schools, 'late', CASE WHEN late > 0 THEN schools ELSE 0 END, 'daysLate', late) END,
          'overdue', coalesce(late > 0, false))::text
        FROM clusters
        LEFT JOIN counted ON counted.cluster = clusters.cluster
        LEFT JOIN due ON due.cluster = clusters.cluster AND due.place = 1
        WHERE phase IS NOT NULL OR clusters.document ->> 'dissolution' IS NULL
        ORDER BY clusters.cluster
        """;

    public const string Scores = $"""
        WITH {Campaigns},
        ranked AS (
          SELECT v.cluster, r ->> 'school' AS school, r -> 'rank' AS place, (r ->> 'total')::numeric AS total, r -> 'selfTotal' AS self_total
          FROM campaigns AS v, jsonb_array_elements(v.summary -> 'ranking') AS r
        )
        SELECT json_build_object(
          'nationalRank', rank() OVER (ORDER BY total DESC), 'school', school, 'cluster', cluster, 'clusterRank', place,
          'total', total, 'selfTotal', self_total)::text
        FROM ranked ORDER BY total DESC, cluster, school COLLATE "C"
        """;

    public const string Awards = $"""
        WITH {Campaigns}
        SELECT {Nomination}::text
        FROM campaigns AS v, jsonb_array_elements(v.summary -> 'nominations') WITH ORDINALITY AS items(n, place)
        ORDER BY v.cluster, place
        """;

    /// <summary>The cluster's own view knows who is in office now and who comes next; of other years the campaign tells who opened it.</summary>
    public const string Officers = $"""
        WITH {Campaigns},
        known AS (
          SELECT c.cluster, convert_from(c.document, 'UTF8')::jsonb AS document, campaigns.summary AS campaign
          FROM views AS c LEFT JOIN campaigns ON campaigns.cluster = c.cluster
          WHERE c.kind = '{ClusterKey.Kind}'
        ),
        chosen AS (
          SELECT cluster, document, campaign, CASE
              WHEN (document -> 'inOffice' ->> 'year')::integer = $1 THEN 'inOffice'
              WHEN campaign IS NOT NULL THEN 'campaign'
              WHEN (document -> 'recognised' ->> 'year')::integer = $1 THEN 'recognised'
              WHEN (document -> 'proposed' ->> 'year')::integer = $1 THEN 'proposed' END AS origin
          FROM known
        ),
        led AS (
          SELECT cluster, document, origin, CASE WHEN origin = 'campaign' THEN campaign -> 'officers' ELSE document -> origin END AS officers
          FROM chosen
        )
        SELECT json_build_object(
          'cluster', cluster, 'name', document ->> 'name',
          'standing', CASE WHEN origin IN ('inOffice', 'campaign') THEN 'in-office' ELSE origin END,
          'head', officers ->> 'head', 'deputies', coalesce(officers -> 'deputies', '[]'),
          'acting', CASE WHEN (officers ->> 'acting')::boolean THEN officers ->> 'head' END)::text
        FROM led WHERE origin IS NOT NULL OR document ->> 'dissolution' IS NULL ORDER BY cluster
        """;
}
