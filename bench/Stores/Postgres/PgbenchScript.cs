using System.Globalization;
using ClusterActors.Bench.Counters;
using ClusterActors.Journal;

namespace ClusterActors.Bench.Stores.Postgres;

/// <summary>
/// The rows of one command as one statement, which is its own transaction. Each client has a stream of its own. Positions come from
/// a sequence, so that no client waits for another's commit, as the store's writers must.
/// </summary>
internal static class PgbenchScript
{
    public const string Preparation = "CREATE SEQUENCE bench_position";

    public const string Sql = """
        \set version :version + 1
        WITH operation AS (
          INSERT INTO operations (stream, operation_id, request_hash, actor, answer, version)
          VALUES (:kind || :client_id, :operation || :client_id || '-' || :version, :request_hash, :actor, :answer, :version)
        ), event AS (
          INSERT INTO events (position, stream, version, type, payload, actor, operation_id, recorded_at, prev_hash, hash)
          VALUES (nextval('bench_position'), :kind || :client_id, :version, :type, :payload, :actor,
                  :operation || :client_id || '-' || :version, :recorded_at, :prev_hash, :hash)
        ), shown AS (
          INSERT INTO views (stream, kind, version, document) VALUES (:kind || :client_id, :view_kind, :version, :document)
          ON CONFLICT (stream) DO UPDATE SET kind = excluded.kind, version = excluded.version, document = excluded.document
        )
        INSERT INTO streams (stream, version, hash) VALUES (:kind || :client_id, :version, :hash)
        ON CONFLICT (stream) DO UPDATE SET version = excluded.version, hash = excluded.hash;

        """;

    /// <summary>Values as one command of the run had them.</summary>
    public static IEnumerable<string> Variables(Append append)
    {
        var (e, view) = (append.Events[0], append.View!);
        return
        [
            "version=0", $"kind={Counter.Kind}:", "operation=command-", $"request_hash={Hex(append.RequestHash)}", $"actor={append.Actor}",
            $"answer={Hex(append.Answer)}", $"type={e.Type}", $"payload={Hex(e.Payload)}",
            string.Create(CultureInfo.InvariantCulture, $"recorded_at={e.RecordedAt.ToUnixTimeMilliseconds()}"),
            $"prev_hash={Hex(e.PreviousHash)}", $"hash={Hex(e.Hash)}", $"view_kind={view.Kind}", $"document={Hex(view.Document)}",
        ];
    }

    private static string Hex(byte[] bytes) => $"\\x{Convert.ToHexString(bytes)}";
}
