using ClusterActors.Journal;
using Npgsql;

namespace ClusterActors.Storage.Postgres;

/// <summary>Any write but an append; a transaction of its own between two batches.</summary>
internal abstract class SessionWrite
{
    /// <summary>Begins and commits, and may be run twice: every one of these writes can be repeated.</summary>
    public abstract Task RunAsync(NpgsqlConnection connection);

    public abstract void Answer();

    public abstract void Fail(JournalException fault);
}

internal sealed class SessionWrite<T>(Func<NpgsqlConnection, Task<T>> work, Action<T>? committed) : SessionWrite
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Answered => answer.Task;

    public override async Task RunAsync(NpgsqlConnection connection) => result = await work(connection);

    public override void Answer()
    {
        committed?.Invoke(result);
        answer.SetResult(result);
    }

    public override void Fail(JournalException fault) => answer.SetException(fault);
}
