-- Times are unix milliseconds. Keys are COLLATE "C": their order is that of their bytes, on every server.

CREATE TABLE meta (
  name  text COLLATE "C" PRIMARY KEY,
  value text NOT NULL
);

-- Version 0: something was asked of a stream that has no events; its row is the fence of that answer.
CREATE TABLE streams (
  stream  text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL CHECK (version >= 0),
  hash    bytea  NOT NULL CHECK (length(hash) = 32)
) WITH (fillfactor = 70);

CREATE TABLE events (
  position     bigint NOT NULL UNIQUE CHECK (position > 0),
  stream       text COLLATE "C" NOT NULL,
  version      bigint NOT NULL CHECK (version > 0),
  type         text   NOT NULL,
  payload      bytea  NOT NULL,
  actor        text   NOT NULL,
  operation_id text   NOT NULL,
  recorded_at  bigint NOT NULL,
  prev_hash    bytea  NOT NULL,
  hash         bytea  NOT NULL,
  PRIMARY KEY (stream, version)
);

CREATE TABLE operations (
  stream       text COLLATE "C" NOT NULL,
  operation_id text COLLATE "C" NOT NULL,
  request_hash bytea  NOT NULL,
  actor        text   NOT NULL,
  answer       bytea  NOT NULL,
  version      bigint NOT NULL,
  PRIMARY KEY (stream, operation_id)
);

CREATE TABLE outbox (
  n           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id          text COLLATE "C" NOT NULL UNIQUE,
  source      text COLLATE "C" NOT NULL,
  version     bigint  NOT NULL,
  idx         integer NOT NULL,
  target      text COLLATE "C" NOT NULL,
  payload     bytea   NOT NULL,
  due_at      bigint  NOT NULL,
  lease_until bigint  NOT NULL DEFAULT 0,
  lessee      uuid,
  tries       integer NOT NULL DEFAULT 0,
  done_at     bigint,
  parked_at   bigint
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);

CREATE INDEX outbox_due    ON outbox (due_at, n) WHERE done_at IS NULL AND parked_at IS NULL;
CREATE INDEX outbox_order  ON outbox (source, target, due_at, version, idx) WHERE done_at IS NULL AND parked_at IS NULL;
CREATE INDEX outbox_held   ON outbox (source, target) WHERE lease_until > 0 AND done_at IS NULL AND parked_at IS NULL;
CREATE INDEX outbox_lessee ON outbox (lessee) WHERE lessee IS NOT NULL;
CREATE INDEX outbox_parked ON outbox (parked_at, n) WHERE done_at IS NULL AND parked_at IS NOT NULL;

CREATE TABLE views (
  stream   text COLLATE "C" PRIMARY KEY,
  kind     text COLLATE "C" NOT NULL,
  version  bigint NOT NULL,
  document bytea  NOT NULL,
  cluster  text COLLATE "C",
  year     integer,
  school   text COLLATE "C",
  phase    text COLLATE "C"
) WITH (fillfactor = 70);

CREATE INDEX views_kind ON views (kind, stream);

CREATE TABLE checkpoints (
  n        bigint PRIMARY KEY,
  position bigint NOT NULL,
  root     bytea  NOT NULL CHECK (length(root) = 32),
  prev     bytea  NOT NULL CHECK (length(prev) = 32)
);

-- What is erased from these three leaves the disk with the next vacuum: it comes after one dead row, not after a fifth of them.
CREATE TABLE people (
  person  text COLLATE "C" PRIMARY KEY,
  unit    text COLLATE "C" NOT NULL,
  name    text,
  contact text
) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

CREATE TABLE api_keys (
  key_hash bytea PRIMARY KEY,
  person   text COLLATE "C" NOT NULL
) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

CREATE INDEX api_keys_person ON api_keys (person);

CREATE TABLE blobs (
  hash    bytea PRIMARY KEY,
  content bytea NOT NULL
) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

-- The last position, with the right to give out the next ones until the transaction ends: so positions have no gaps and follow
-- the order of commits. Its SELECT sees what was committed before the lock was given, which the calling statement's own
-- snapshot may not. The key is that of StoreLocks.Position.
CREATE FUNCTION last_position() RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(4858387236760416771);
  RETURN (SELECT coalesce(max(position), 0) FROM events);
END $$;

-- The triggers hold for everyone, the owner and replication included; whoever drops them is found by the checkpoints.
CREATE FUNCTION stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% in % is refused: what was written stands', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION only_rises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.stream <> OLD.stream OR NEW.version < OLD.version OR (NEW.version = OLD.version AND NEW.hash <> OLD.hash) THEN
    RAISE EXCEPTION 'a head only rises: %', OLD.stream USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM checkpoints) THEN
    RAISE EXCEPTION 'checkpoint % does not follow the last one', NEW.n USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER events_stand      BEFORE UPDATE OR DELETE ON events      FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER operations_stand  BEFORE UPDATE OR DELETE ON operations  FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER checkpoints_stand BEFORE UPDATE OR DELETE ON checkpoints FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER streams_stand     BEFORE DELETE ON streams               FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER events_keep       BEFORE TRUNCATE ON events      EXECUTE FUNCTION stands();
CREATE TRIGGER operations_keep   BEFORE TRUNCATE ON operations  EXECUTE FUNCTION stands();
CREATE TRIGGER checkpoints_keep  BEFORE TRUNCATE ON checkpoints EXECUTE FUNCTION stands();
CREATE TRIGGER streams_keep      BEFORE TRUNCATE ON streams     EXECUTE FUNCTION stands();
CREATE TRIGGER streams_only_rise BEFORE UPDATE ON streams       FOR EACH ROW EXECUTE FUNCTION only_rises();
CREATE TRIGGER checkpoints_follow BEFORE INSERT ON checkpoints  FOR EACH ROW EXECUTE FUNCTION follows();

ALTER TABLE events      ENABLE ALWAYS TRIGGER events_stand,      ENABLE ALWAYS TRIGGER events_keep;
ALTER TABLE operations  ENABLE ALWAYS TRIGGER operations_stand,  ENABLE ALWAYS TRIGGER operations_keep;
ALTER TABLE checkpoints ENABLE ALWAYS TRIGGER checkpoints_stand, ENABLE ALWAYS TRIGGER checkpoints_keep, ENABLE ALWAYS TRIGGER checkpoints_follow;
ALTER TABLE streams     ENABLE ALWAYS TRIGGER streams_stand,     ENABLE ALWAYS TRIGGER streams_keep, ENABLE ALWAYS TRIGGER streams_only_rise;
