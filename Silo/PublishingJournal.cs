using ClusterActors.Journal;

namespace ClusterActors.Silo;

/// <summary>Asks for a checkpoint when an append has completed a published document.</summary>
internal sealed class PublishingJournal(IJournal journal, Action published) : IJournal
{
    public Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default) => journal.ReadAsync(stream, from, cancel);

    public async Task<AppendResult> AppendAsync(Append append, CancellationToken cancel = default)
    {
        var result = await journal.AppendAsync(append, cancel);
        if (append.Publishes && result is AppendResult.Appended)
            published();
        return result;
    }
}
