using System.Collections.Concurrent;
using ClusterActors.Journal;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Storage.Sqlite;

/// <summary>
/// Connections that only read, each used by one reader at a time and then given back with its statements prepared. Reads run
/// where they are asked for: they are short, and in WAL neither wait for the writer nor hold it up.
/// </summary>
internal sealed class SqliteReaders(string file) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> idle = [];
    private volatile bool closed;

    public Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
            return Task.FromCanceled<T>(cancel);
        if (closed)
            return Task.FromException<T>(SqliteFault.Closed());
        try
        {
            return Task.FromResult(Read(read));
        }
        catch (JournalException fault)
        {
            return Task.FromException<T>(fault);
        }
        catch (SqliteException e)
        {
            return Task.FromException<T>(new JournalException(StoreFault.StorageUnavailable, $"The store cannot be read: {e.Message}", e));
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var session))
            session.Dispose();
    }

    private T Read<T>(Func<SqliteSession, T> read)
    {
        var session = idle.TryTake(out var free) ? free : SqliteSession.ForReading(file);
        T value;
        try
        {
            value = read(session);
        }
        catch
        {
            // What state it is in is not worth finding out.
            session.Dispose();
            throw;
        }

        idle.Add(session);
        if (closed)
            Dispose();
        return value;
    }
}
