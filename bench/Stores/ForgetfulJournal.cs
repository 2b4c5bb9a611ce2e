using ClusterActors.Journal;

namespace ClusterActors.Bench.Stores;

/// <summary>A journal that accepts everything at once and keeps nothing.</summary>
internal sealed class ForgetfulJournal : IJournal
{
    private static readonly Task<AppendResult> Appended = Task.FromResult<AppendResult>(new AppendResult.Appended());

    public Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default) => Task.FromResult(History.None(stream));

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancel = default) => Appended;
}
