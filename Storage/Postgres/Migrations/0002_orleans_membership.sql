-- Which silos there are: Orleans' ADO.NET clustering. It reads its statements from a table that must be called orleansquery, by
-- keys and with parameters and result columns that are its own; tables and statements are this project's.

CREATE TABLE silo_tables (
  deployment text COLLATE "C" PRIMARY KEY,
  version    integer NOT NULL DEFAULT 0,
  moved_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE silos (
  deployment    text COLLATE "C" NOT NULL REFERENCES silo_tables,
  address       text COLLATE "C" NOT NULL,
  port          integer NOT NULL,
  generation    integer NOT NULL,
  name          text NOT NULL,
  host          text NOT NULL,
  status        integer NOT NULL,
  proxy_port    integer,
  suspect_times text,
  started_at    timestamptz NOT NULL,
  alive_at      timestamptz NOT NULL,
  PRIMARY KEY (deployment, address, port, generation)
);

-- What every reader of membership sees: one row a silo, or one row without a silo, so that the version is always there.
CREATE VIEW silo_rows AS
SELECT t.deployment AS "DeploymentId", s.address AS "Address", s.port AS "Port", s.generation AS "Generation", s.name AS "SiloName",
       s.host AS "HostName", s.status AS "Status", s.proxy_port AS "ProxyPort", s.suspect_times AS "SuspectTimes",
       s.started_at AS "StartTime", s.alive_at AS "IAmAliveTime", t.version AS "Version"
FROM silo_tables AS t LEFT JOIN silos AS s USING (deployment);

CREATE TABLE orleansquery (
  querykey  text PRIMARY KEY,
  querytext text NOT NULL
);

-- A change of membership moves the table's version from the one the silo has read to the next, or changes nothing: the update of
-- the version row is the fence, the rest of the statement follows only where it moved.
INSERT INTO orleansquery (querykey, querytext) VALUES
('InsertMembershipVersionKey', $$
  WITH added AS (INSERT INTO silo_tables (deployment) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
  SELECT count(*) FROM added $$),

('InsertMembershipKey', $$
  WITH moved AS (
    UPDATE silo_tables SET version = version + 1, moved_at = now()
    WHERE deployment = @DeploymentId AND version = @Version
      AND NOT EXISTS (SELECT FROM silos WHERE (deployment, address, port, generation) = (@DeploymentId, @Address, @Port, @Generation))
    RETURNING deployment),
  added AS (
    INSERT INTO silos (deployment, address, port, generation, name, host, status, proxy_port, started_at, alive_at)
    SELECT deployment, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM moved
    RETURNING 1)
  SELECT count(*) FROM added $$),

('UpdateMembershipKey', $$
  WITH moved AS (
    UPDATE silo_tables SET version = version + 1, moved_at = now()
    WHERE deployment = @DeploymentId AND version = @Version
      AND EXISTS (SELECT FROM silos WHERE (deployment, address, port, generation) = (@DeploymentId, @Address, @Port, @Generation))
    RETURNING deployment),
  changed AS (
    UPDATE silos SET status = @Status, suspect_times = @SuspectTimes, alive_at = @IAmAliveTime
    FROM moved
    WHERE (silos.deployment, address, port, generation) = (moved.deployment, @Address, @Port, @Generation)
    RETURNING 1)
  SELECT count(*) FROM changed $$),

('UpdateIAmAlivetimeKey', $$
  UPDATE silos SET alive_at = @IAmAliveTime
  WHERE (deployment, address, port, generation) = (@DeploymentId, @Address, @Port, @Generation) $$),

('MembershipReadRowKey', $$
  SELECT * FROM silo_rows WHERE ("DeploymentId", "Address", "Port", "Generation") = (@DeploymentId, @Address, @Port, @Generation)
  UNION ALL
  SELECT deployment, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, version FROM silo_tables
  WHERE deployment = @DeploymentId
    AND NOT EXISTS (SELECT FROM silos WHERE (deployment, address, port, generation) = (@DeploymentId, @Address, @Port, @Generation)) $$),

('MembershipReadAllKey', $$ SELECT * FROM silo_rows WHERE "DeploymentId" = @DeploymentId $$),

('GatewaysQueryKey', $$
  SELECT "Address", "ProxyPort", "Generation" FROM silo_rows
  WHERE "DeploymentId" = @DeploymentId AND "Status" = @Status AND "ProxyPort" > 0 $$),

-- 3 is an active silo.
('CleanupDefunctSiloEntriesKey', $$
  DELETE FROM silos WHERE deployment = @DeploymentId AND status <> 3 AND alive_at < @IAmAliveTime $$),

('DeleteMembershipTableEntriesKey', $$
  WITH gone AS (DELETE FROM silos WHERE deployment = @DeploymentId)
  DELETE FROM silo_tables WHERE deployment = @DeploymentId $$);
