-- Run by the owner after migrations and whenever the role is missing. Roles belong to the server and not to the database, so
-- this is no migration: a database that was restored on another server needs it again. An owner who may not make roles works
-- without one; then only the triggers stand.
DO $$
BEGIN
  BEGIN
    CREATE ROLE clusteractors_app NOLOGIN;
  EXCEPTION
    WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
  END;

  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'clusteractors_app') THEN
    RETURN;
  END IF;

  EXECUTE format('GRANT USAGE ON SCHEMA %I TO clusteractors_app', current_schema());
  GRANT SELECT ON schema_migrations, meta, streams, events, operations, outbox, views, checkpoints, people, api_keys, blobs
    TO clusteractors_app;
  GRANT INSERT ON streams, events, operations, outbox, views, checkpoints, people, api_keys, blobs TO clusteractors_app;
  GRANT UPDATE (version, hash) ON streams TO clusteractors_app;
  GRANT UPDATE (lease_until, lessee, tries, done_at, parked_at) ON outbox TO clusteractors_app;
  GRANT UPDATE (kind, version, document, cluster, year, school, phase) ON views TO clusteractors_app;
  GRANT UPDATE (name, contact) ON people TO clusteractors_app;
  GRANT DELETE ON api_keys, blobs TO clusteractors_app;
  GRANT EXECUTE ON FUNCTION last_position() TO clusteractors_app;
  GRANT EXECUTE ON FUNCTION search_text(text), campaign_summary(text, text, bytea), school_text(text, text, bytea) TO clusteractors_app;
  GRANT SELECT ON orleansquery, silo_rows TO clusteractors_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON silo_tables, silos TO clusteractors_app;
  GRANT SELECT, INSERT, UPDATE ON grain_states, upkeep TO clusteractors_app;

  IF NOT pg_has_role(current_user, 'clusteractors_app', 'MEMBER') THEN
    BEGIN
      EXECUTE format('GRANT clusteractors_app TO %I', current_user);
    EXCEPTION
      WHEN insufficient_privilege OR unique_violation OR internal_error THEN NULL;
    END;
  END IF;
END $$;
