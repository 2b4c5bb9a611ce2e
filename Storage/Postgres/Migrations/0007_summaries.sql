-- What is read of many documents at once is kept beside them, so that nobody parses a whole document for a few of its fields. The
-- columns are generated: they agree with the documents whichever release writes these, and a backup needs none of them. A row whose
-- cluster or school is null is of no concept and has none.

-- Of a campaign, what national views show; null of everything else.
CREATE FUNCTION campaign_summary(kind text, cluster text, document bytea) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT jsonb_build_object(
    'phase', d -> 'phase',
    'members', jsonb_array_length(d -> 'roll'),
    'signatures', jsonb_array_length(d -> 'signatures'),
    'sheets', jsonb_array_length(d -> 'sheets'),
    'inspected', (SELECT count(*) FROM jsonb_array_elements(d -> 'sheets') AS s WHERE jsonb_array_length(s -> 'verified') > 0),
    'deadlines', coalesce(d -> 'deadlines', '[]'),
    'officers', d -> 'officers',
    'nominations', coalesce(d -> 'nominations', '[]'),
    'ranking', coalesce((
      SELECT jsonb_agg(jsonb_build_object('school', r -> 'school', 'rank', r -> 'rank', 'total', r -> 'total', 'selfTotal', s -> 'selfTotal') ORDER BY place)
      FROM jsonb_array_elements(d -> 'ranking') WITH ORDINALITY AS ranked(r, place)
      LEFT JOIN jsonb_array_elements(d -> 'sheets') AS s ON s -> 'school' = r -> 'school'), '[]'))
  FROM (SELECT convert_from(document, 'UTF8')::jsonb AS d WHERE kind = 'campaign' OFFSET 0) AS parsed
$$;

-- Of a school, the text in which it is searched: line breaks keep a text from being found across two fields. Null of everything else.
CREATE FUNCTION school_text(kind text, school text, document bytea) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT search_text(school || E'\n' || (d ->> 'name') || E'\n' || (d ->> 'province'))
  FROM (SELECT convert_from(document, 'UTF8')::jsonb AS d WHERE kind = 'school' OFFSET 0) AS parsed
$$;

ALTER TABLE views
  ADD COLUMN summary  jsonb GENERATED ALWAYS AS (campaign_summary(kind, cluster, document)) STORED,
  ADD COLUMN searched text COLLATE "C" GENERATED ALWAYS AS (school_text(kind, school, document)) STORED;

-- Inspections that have begun, counted by cluster.
CREATE INDEX views_visited ON views (year, cluster) WHERE kind = 'inspection' AND phase <> 'Assigned';
