using System.Collections.Concurrent;
using ClusterActors.Journal;

namespace ClusterActors.Storage.Sqlite;

/// <summary>
/// The one thread that writes. It takes everything that waits and commits it as one batch, so that many grains share one
/// flush to disk; a lone write does not wait for company. An answer leaves only after its commit has returned.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MaxBatch = 256;

    private readonly SqliteSession session;
    private readonly BlockingCollection<Write> queue = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SqliteWriter(SqliteSession session)
    {
        this.session = session;
        new Thread(Drain) { IsBackground = true, Name = "journal writer" }.Start();
    }

    /// <summary>
    /// Queues a write. Cancelling ends the caller's wait and not the write: whether it was written is then as unknown as after a
    /// lost reply.
    /// </summary>
    public Task<T> WriteAsync<T>(
        Func<SqliteSession, T> work,
        CancellationToken cancel,
        string failure = StoreFault.WriteFailed,
        Action<SqliteSession, T>? committed = null)
    {
        if (cancel.IsCancellationRequested)
            return Task.FromCanceled<T>(cancel);
        var write = new Write<T>(work, failure, committed);
        try
        {
            queue.Add(write, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            return Task.FromException<T>(SqliteFault.Closed());
        }

        return write.Answered.WaitAsync(cancel);
    }

    /// <summary>Takes nothing more, writes what has been queued, then lets go of the database.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.CompleteAdding();
        await ended.Task;
    }

    private void Drain()
    {
        var batch = new List<Write>(MaxBatch);
        while (queue.TryTake(out var first, Timeout.Infinite))
        {
            batch.Add(first);
            while (batch.Count < MaxBatch && queue.TryTake(out var next))
                batch.Add(next);
            Commit(batch);
            batch.Clear();
        }

        session.Dispose();
        ended.SetResult();
    }

    private void Commit(IReadOnlyList<Write> batch)
    {
        if (!TryBegin(batch))
            return;

        try
        {
            foreach (var write in batch)
                write.Run(session);
        }
        catch (Exception e)
        {
            RollBack();
            if (batch is [var culprit])
                culprit.Refuse(e);
            else
                CommitOneByOne(batch);
            return;
        }

        try
        {
            session.Execute("COMMIT");
        }
        catch (Exception e)
        {
            RollBack();
            foreach (var write in batch)
                write.Fail(new JournalException(StoreFault.OutcomeUnknown, $"The commit failed: {e.Message}", e));
            return;
        }

        StoreMeter.Committed(batch.Count);
        foreach (var write in batch)
            write.Answer(session);
    }

    /// <summary>So that what one write did wrong fails that write and none of its neighbours.</summary>
    private void CommitOneByOne(IReadOnlyList<Write> batch)
    {
        foreach (var write in batch)
            Commit([write]);
    }

    private bool TryBegin(IReadOnlyList<Write> batch)
    {
        try
        {
            session.Execute("BEGIN IMMEDIATE");
            return true;
        }
        catch (Exception e)
        {
            // No write is to blame, so none is tried alone.
            foreach (var write in batch)
                write.Fail(new JournalException(StoreFault.StorageUnavailable, $"Nothing was written: {e.Message}", e));
            return false;
        }
    }

    private void RollBack()
    {
        // A full disk makes SQLite roll back by itself.
        if (SQLitePCL.raw.sqlite3_get_autocommit(session.Connection.Handle) != 0)
            return;
        try
        {
            session.Execute("ROLLBACK");
        }
        catch (Exception)
        {
            // Still inside the transaction: every later BEGIN fails and says so, and nothing more is acknowledged.
        }
    }
}
