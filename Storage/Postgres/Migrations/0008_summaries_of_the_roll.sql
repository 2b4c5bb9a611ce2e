-- What is counted of a campaign is counted of the schools on its roll: signatures and sheets of those that were merged stay on record,
-- and count neither among what is done nor among what is missing.

CREATE OR REPLACE FUNCTION campaign_summary(kind text, cluster text, document bytea) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT jsonb_build_object(
    'phase', d -> 'phase',
    'members', jsonb_array_length(d -> 'roll'),
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

DROP INDEX views_visited;
CREATE INDEX views_visited ON views (year, cluster, school) WHERE kind = 'inspection' AND phase <> 'Assigned';
