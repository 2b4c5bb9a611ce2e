-- For queries over many views: one year of the nation, one cluster, one school.
CREATE INDEX views_year    ON views (kind, year, cluster);
CREATE INDEX views_cluster ON views (cluster, kind);
CREATE INDEX views_school  ON views (kind, school);

-- A text as it is searched: small letters without marks, đ as d. SQLite has the same from SearchText.
CREATE FUNCTION search_text(searched text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(translate(regexp_replace(normalize(searched, NFD), '[\u0300-\u036F]', '', 'g'), 'Đđ', 'dd'))
$$;
