-- A summary counts the schools on the roll that have registered for awards, so that national views know who has still to.

CREATE OR REPLACE FUNCTION campaign_summary(kind text, cluster text, document bytea) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT jsonb_build_object(
    'phase', d -> 'phase',
    'members', jsonb_array_length(d -> 'roll'),
    'registered', (SELECT count(*) FROM jsonb_path_query(d, '$.registrations[*]') AS r WHERE d -> 'roll' ? (r ->> 'school')),
    'signatures', (SELECT count(*) FROM jsonb_array_elements(d -> 'signatures') AS s WHERE d -> 'roll' ? (s ->> 'school')),
    'sheets', (SELECT count(*) FROM jsonb_array_elements(d -> 'sheets') AS s WHERE d -> 'roll' ? (s ->> 'school')),
    'inspected', (SELECT count(*) FROM jsonb_array_elements(d -> 'sheets') AS s
      WHERE jsonb_array_length(s -> 'verified') > 0 AND d -> 'roll' ? (s ->> 'school')),
    'departed', jsonb_path_query_array(d, '$.departed[*].school'),
    'deadlines', coalesce(d -> 'deadlines', '[]'),
    'officers', d -> 'officers',
    'nominations', coalesce(d -> 'nominations', '[]'),
    'ranking', coalesce((
      SELECT jsonb_agg(jsonb_build_object('school', r -> 'school', 'rank', r -> 'rank', 'total', r -> 'total', 'selfTotal', s -> 'selfTotal') ORDER BY place)
      FROM jsonb_array_elements(d -> 'ranking') WITH ORDINALITY AS ranked(r, place)
      LEFT JOIN jsonb_array_elements(d -> 'sheets') AS s ON s -> 'school' = r -> 'school'), '[]'))
  FROM (SELECT convert_from(document, 'UTF8')::jsonb AS d WHERE kind = 'campaign' OFFSET 0) AS parsed
$$;

-- The rows that are there are summed up anew.
ALTER TABLE views DROP COLUMN summary;
ALTER TABLE views ADD COLUMN summary jsonb GENERATED ALWAYS AS (campaign_summary(kind, cluster, document)) STORED;
