using System.Threading.Channels;
using ClusterActors.Journal;
using Npgsql;

namespace ClusterActors.Storage.Postgres;

/// <summary>
/// The one that writes in this process. It takes everything that waits and commits it as one batch, so that many grains share
/// one flush to disk; a lone append does not wait for company. Other writes come between batches, each in its own transaction.
/// </summary>
internal sealed class PostgresWriter : IAsyncDisposable
{
    private readonly WriterSession session;
    private readonly AppendCommits commits;
    private readonly Channel<object> queue = Channel.CreateUnbounded<object>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task drained;

    public PostgresWriter(WriterSession session, WriteSettings settings, TimeProvider clock)
    {
        this.session = session;
        Settings = settings;
        commits = new AppendCommits(session, settings, clock);
        drained = Task.Run(DrainAsync);
    }

    public WriteSettings Settings { get; }

    /// <summary>The server's process behind the session; 0 when there is none.</summary>
    public int ServerProcess => session.ServerProcess;

    /// <summary>
    /// Queues an append. Cancelling ends the caller's wait and not the write: whether it was written is then as unknown as after
    /// a lost reply.
    /// </summary>
    public Task<AppendResult> AppendAsync(Append append, Action<Append> appended, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
            return Task.FromCanceled<AppendResult>(cancel);
        var pending = new PendingAppend(append, appended);
        return queue.Writer.TryWrite(pending)
            ? pending.Answered.WaitAsync(cancel)
            : Task.FromException<AppendResult>(PostgresFault.Closed());
    }

    /// <param name="work">Begins and commits a transaction; can be repeated.</param>
    /// <param name="committed">Runs before the answer.</param>
    public Task<T> WriteAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancel, Action<T>? committed = null)
    {
        if (cancel.IsCancellationRequested)
            return Task.FromCanceled<T>(cancel);
        var write = new SessionWrite<T>(work, committed);
        return queue.Writer.TryWrite(write) ? write.Answered.WaitAsync(cancel) : Task.FromException<T>(PostgresFault.Closed());
    }

    /// <summary>Takes nothing more, writes what has been queued, then lets go of the session and its lock.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await drained;
        await session.DisposeAsync();
    }

    private async Task DrainAsync()
    {
        var appends = new WaitingAppends();
        var others = new Queue<SessionWrite>();
        while (await queue.Reader.WaitToReadAsync())
        {
            do
            {
                while (queue.Reader.TryRead(out var write))
                    Sort(write, appends, others);
                if (!appends.IsEmpty)
                    await commits.CommitAsync(appends.Take());
                while (others.TryDequeue(out var other))
                    await RunAsync(other);
            }
            while (!appends.IsEmpty);
        }
    }

    private static void Sort(object write, WaitingAppends appends, Queue<SessionWrite> others)
    {
        if (write is PendingAppend append)
            appends.Add(append);
        else
            others.Enqueue((SessionWrite)write);
    }

    /// <summary>Once more on a new session when the first was lost: it may have been dead for hours.</summary>
    private async Task RunAsync(SessionWrite write)
    {
        Exception? lost = null;
        while (true)
        {
            NpgsqlConnection connection;
            try
            {
                connection = await session.OpenAsync();
            }
            catch (Exception e)
            {
                write.Fail(lost is null || e is JournalException ? PostgresFault.Unavailable(e) : PostgresFault.Unknown(lost));
                return;
            }

            try
            {
                await write.RunAsync(connection);
            }
            catch (Exception e)
            {
                await session.RecoverAsync(e);
                if (PostgresFault.IsLost(e) && lost is null)
                {
                    lost = e;
                    continue;
                }

                write.Fail(PostgresFault.IsLost(e) ? PostgresFault.Unknown(e) : PostgresFault.OfWrite(e, StoreFault.WriteFailed));
                return;
            }

            write.Answer();
            return;
        }
    }
}
