using ClusterActors.Journal;

namespace ClusterActors.Storage.Postgres;

/// <summary>An append that waits for the writer. Its outcome is found inside the transaction and told after the commit.</summary>
internal sealed class PendingAppend(Append append, Action<Append> appended)
{
    // The caller goes on elsewhere: the writer belongs to the writer.
    private readonly TaskCompletionSource<AppendResult> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AppendResult? result;
    private JournalException? refused;

    public Append Append => append;

    public Task<AppendResult> Answered => answer.Task;

    /// <summary>Roughly the bytes it sends.</summary>
    public long Weight { get; } =
        append.Answer.Length + append.Events.Sum(e => e.Payload.Length + 200L) + append.Messages.Sum(message => message.Payload.Length + 200L)
        + (append.View?.Document.Length ?? 0);

    public bool Wins => result is AppendResult.Appended;

    public void Found(AppendResult found) => (result, refused) = (found, null);

    /// <summary>Fails this append without harm to the transaction it is in.</summary>
    public void Found(JournalException found) => (result, refused) = (null, found);

    public void Answer()
    {
        if (Wins)
            appended(append);
        if (refused is not null)
            answer.SetException(refused);
        else
            answer.SetResult(result ?? throw new InvalidOperationException("Answered before it was decided."));
    }

    public void Fail(JournalException fault) => answer.SetException(fault);
}
