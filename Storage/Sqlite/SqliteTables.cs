namespace ClusterActors.Storage.Sqlite;

/// <summary>
/// The tables of <see cref="SqliteSchema.Version"/> 1. Times are unix milliseconds. An event's position is its row id, so the
/// journal lies on disk in commit order and (stream, version) is an index over it. The triggers stand where PostgreSQL has
/// roles: they hold back this program's own mistakes, not whoever owns the file; against him there are checkpoints.
/// </summary>
internal static class SqliteTables
{
    public const string Sql = """
        CREATE TABLE meta (
          name  TEXT PRIMARY KEY,
          value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE streams (
          stream  TEXT    PRIMARY KEY,
          version INTEGER NOT NULL CHECK (version > 0),
          hash    BLOB    NOT NULL CHECK (length(hash) = 32)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE events (
          position     INTEGER PRIMARY KEY,
          stream       TEXT    NOT NULL,
          version      INTEGER NOT NULL,
          type         TEXT    NOT NULL,
          payload      BLOB    NOT NULL,
          actor        TEXT    NOT NULL,
          operation_id TEXT    NOT NULL,
          recorded_at  INTEGER NOT NULL,
          prev_hash    BLOB    NOT NULL,
          hash         BLOB    NOT NULL,
          UNIQUE (stream, version)
        ) STRICT;

        CREATE TABLE operations (
          stream       TEXT    NOT NULL,
          operation_id TEXT    NOT NULL,
          request_hash BLOB    NOT NULL,
          actor        TEXT    NOT NULL,
          answer       BLOB    NOT NULL,
          version      INTEGER NOT NULL,
          PRIMARY KEY (stream, operation_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE outbox (
          n           INTEGER PRIMARY KEY,
          id          TEXT    NOT NULL UNIQUE,
          source      TEXT    NOT NULL,
          version     INTEGER NOT NULL,
          idx         INTEGER NOT NULL,
          target      TEXT    NOT NULL,
          payload     BLOB    NOT NULL,
          due_at      INTEGER NOT NULL,
          lease_until INTEGER NOT NULL DEFAULT 0,
          tries       INTEGER NOT NULL DEFAULT 0,
          done_at     INTEGER,
          parked_at   INTEGER
        ) STRICT;

        CREATE INDEX outbox_due    ON outbox (due_at, n) WHERE done_at IS NULL AND parked_at IS NULL;
        CREATE INDEX outbox_order  ON outbox (source, target, due_at, version, idx) WHERE done_at IS NULL AND parked_at IS NULL;
        CREATE INDEX outbox_leased ON outbox (lease_until) WHERE lease_until > 0;
        CREATE INDEX outbox_parked ON outbox (parked_at) WHERE done_at IS NULL AND parked_at IS NOT NULL;

        CREATE TABLE views (
          stream   TEXT    PRIMARY KEY,
          kind     TEXT    NOT NULL,
          version  INTEGER NOT NULL,
          document BLOB    NOT NULL,
          cluster  TEXT,
          year     INTEGER,
          school   TEXT,
          phase    TEXT
        ) STRICT;

        CREATE INDEX views_kind ON views (kind, stream);

        CREATE TABLE checkpoints (
          n        INTEGER PRIMARY KEY,
          position INTEGER NOT NULL,
          root     BLOB    NOT NULL CHECK (length(root) = 32),
          prev     BLOB    NOT NULL CHECK (length(prev) = 32)
        ) STRICT;

        CREATE TABLE people (
          person  TEXT PRIMARY KEY,
          unit    TEXT NOT NULL,
          name    TEXT,
          contact TEXT
        ) STRICT;

        CREATE TABLE api_keys (
          key_hash BLOB PRIMARY KEY,
          person   TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX api_keys_person ON api_keys (person);

        CREATE TABLE blobs (
          hash    BLOB PRIMARY KEY,
          content BLOB NOT NULL
        ) STRICT;

        CREATE TRIGGER streams_keep BEFORE DELETE ON streams BEGIN SELECT RAISE(ABORT, 'streams are not deleted'); END;
        CREATE TRIGGER streams_only_rise BEFORE UPDATE ON streams
          WHEN NEW.stream IS NOT OLD.stream OR NEW.version < OLD.version OR (NEW.version = OLD.version AND NEW.hash IS NOT OLD.hash)
          BEGIN SELECT RAISE(ABORT, 'a head only rises'); END;

        CREATE TRIGGER events_keep   BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are not deleted'); END;
        CREATE TRIGGER events_stand  BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are not changed'); END;
        CREATE TRIGGER events_behind BEFORE INSERT ON events
          WHEN EXISTS (SELECT 1 FROM events WHERE position >= NEW.position)
            OR EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND version = NEW.version)
          BEGIN SELECT RAISE(ABORT, 'events are not replaced'); END;

        CREATE TRIGGER operations_keep  BEFORE DELETE ON operations BEGIN SELECT RAISE(ABORT, 'operations are not deleted'); END;
        CREATE TRIGGER operations_stand BEFORE UPDATE ON operations BEGIN SELECT RAISE(ABORT, 'operations are not changed'); END;
        CREATE TRIGGER operations_new   BEFORE INSERT ON operations
          WHEN EXISTS (SELECT 1 FROM operations WHERE stream = NEW.stream AND operation_id = NEW.operation_id)
          BEGIN SELECT RAISE(ABORT, 'operations are not replaced'); END;

        CREATE TRIGGER checkpoints_keep  BEFORE DELETE ON checkpoints BEGIN SELECT RAISE(ABORT, 'checkpoints are not deleted'); END;
        CREATE TRIGGER checkpoints_stand BEFORE UPDATE ON checkpoints BEGIN SELECT RAISE(ABORT, 'checkpoints are not changed'); END;
        CREATE TRIGGER checkpoints_new   BEFORE INSERT ON checkpoints
          WHEN EXISTS (SELECT 1 FROM checkpoints WHERE n >= NEW.n)
          BEGIN SELECT RAISE(ABORT, 'checkpoints are not replaced'); END;
        """;

    /// <summary>
    /// Columns that came later, each of which may be null. Added where they are missing, to a new folder too: an earlier release
    /// names the columns that it writes, and so does not trip over these.
    /// </summary>
    public static readonly (string Table, string Column, string Type)[] LaterColumns =
    [
        ("outbox", "sent_at", "INTEGER"),
        ("outbox", "trace", "TEXT"),
    ];

    /// <summary>Made where they are missing: they change nothing that an earlier release could trip over.</summary>
    public const string Additions = """
        CREATE TABLE IF NOT EXISTS upkeep (
          task     TEXT    PRIMARY KEY,
          at       INTEGER NOT NULL,
          position INTEGER NOT NULL,
          findings INTEGER NOT NULL,
          name     TEXT
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX IF NOT EXISTS views_cluster ON views (cluster, kind);
        CREATE INDEX IF NOT EXISTS views_school  ON views (kind, school);
        """;
}
