-- Snapshots, in a table that Orleans' ADO.NET storage can work on; as with membership, keys, parameters and result columns of the
-- statements are Orleans', tables and statements this project's. The primary key is a state's whole identity: of two first
-- writers one inserts, and the other finds a row whose etag it does not know. A write that gives no row back has met another one.
-- n0 and n1 are Orleans' for keys that are numbers; ours are words, and theirs is the column key.

CREATE TABLE grain_states (
  service text COLLATE "C" NOT NULL,
  kind    text COLLATE "C" NOT NULL,
  n0      bigint  NOT NULL,
  n1      bigint  NOT NULL,
  key     text COLLATE "C" NOT NULL,
  payload bytea,
  etag    integer NOT NULL,
  PRIMARY KEY (service, kind, n0, n1, key)
) WITH (fillfactor = 70);

INSERT INTO orleansquery (querykey, querytext) VALUES
('ReadFromStorageKey', $$
  SELECT payload AS "PayloadBinary", etag AS "Version" FROM grain_states
  WHERE (service, kind, n0, n1, key) = (@ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, @GrainIdExtensionString) $$),

('WriteToStorageKey', $$
  INSERT INTO grain_states AS stored (service, kind, n0, n1, key, payload, etag)
  SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, @GrainIdExtensionString, @PayloadBinary, 1
  WHERE CAST(@GrainStateVersion AS integer) IS NULL OR EXISTS (
    SELECT FROM grain_states
    WHERE (service, kind, n0, n1, key) = (@ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, @GrainIdExtensionString))
  ON CONFLICT (service, kind, n0, n1, key) DO UPDATE SET payload = excluded.payload, etag = stored.etag + 1
    WHERE stored.etag = CAST(@GrainStateVersion AS integer)
  RETURNING stored.etag AS "NewGrainStateVersion" $$),

('ClearStorageKey', $$
  UPDATE grain_states SET payload = NULL, etag = etag + 1
  WHERE (service, kind, n0, n1, key) = (@ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, @GrainIdExtensionString)
    AND etag = CAST(@GrainStateVersion AS integer)
  RETURNING etag AS "NewGrainStateVersion" $$);
