using ClusterActors.Journal;

namespace ClusterActors.Storage.Sqlite;

/// <summary>One write that waits for the writer thread.</summary>
internal abstract class Write
{
    /// <summary>Inside the batch's transaction. It runs once more, alone, when the batch was rolled back.</summary>
    public abstract void Run(SqliteSession session);

    /// <summary>After the commit.</summary>
    public abstract void Answer(SqliteSession session);

    /// <summary>After a rollback that <paramref name="cause"/> made necessary.</summary>
    public abstract void Refuse(Exception cause);

    public abstract void Fail(JournalException fault);
}

/// <param name="work">What is written; it sees what writes before it in the same batch have done.</param>
/// <param name="failure">The fault's code when the database refuses this write.</param>
/// <param name="committed">Runs on the writer thread after the commit and before the answer.</param>
internal sealed class Write<T>(Func<SqliteSession, T> work, string failure, Action<SqliteSession, T>? committed) : Write
{
    // The caller goes on elsewhere: the writer thread belongs to the writer.
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Answered => answer.Task;

    public override void Run(SqliteSession session) => result = work(session);

    public override void Answer(SqliteSession session)
    {
        try
        {
            committed?.Invoke(session, result);
            answer.SetResult(result);
        }
        catch (Exception e)
        {
            Fail(new JournalException(StoreFault.OutcomeUnknown, $"Written, but not seen through: {e.Message}", e));
        }
    }

    public override void Refuse(Exception cause) => Fail(SqliteFault.OfWrite(cause, failure));

    public override void Fail(JournalException fault) => answer.SetException(fault);
}
