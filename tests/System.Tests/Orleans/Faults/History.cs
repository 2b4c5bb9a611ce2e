using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;

namespace ClusterActors.Tests.Faults;

/// <param name="School">Whose principal asked; null for the first official.</param>
internal sealed record Operation(string Stream, string Id, string? School, string Path, object Body);

/// <param name="Answer">The body of the answer that was not 503.</param>
internal sealed record Acknowledged(Operation Operation, int Status, string Answer);

/// <summary>What callers asked and what they were told, from all of them.</summary>
internal sealed class History
{
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(4);

    private readonly ConcurrentDictionary<Operation, TaskCompletionSource> pending = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentQueue<Acknowledged> acknowledged = new();
    private readonly ConcurrentDictionary<string, int> faults = new();
    private readonly Channel<bool> answers = Channel.CreateUnbounded<bool>();

    public IReadOnlyCollection<Acknowledged> Acknowledged => acknowledged;

    /// <summary>How often callers were not answered, by reason: a code of 503, or what became of the connection.</summary>
    public IReadOnlyDictionary<string, int> Faults => faults;

    /// <summary>Completes when everything that is asked and not answered now has its answer.</summary>
    public Task Pending => Task.WhenAll(pending.Values.Select(one => one.Task));

    public void Begin(Operation operation) => pending.TryAdd(operation, new(TaskCreationOptions.RunContinuationsAsynchronously));

    public void Fail(string reason) => faults.AddOrUpdate(reason, 1, (_, count) => count + 1);

    public void End(Acknowledged told)
    {
        acknowledged.Enqueue(told);
        answers.Writer.TryWrite(true);
        if (pending.TryRemove(told.Operation, out var waiting))
            waiting.SetResult();
    }

    /// <summary>Until so many more are acknowledged than now.</summary>
    /// <param name="asking">What asks; if it ends, nothing more is to come.</param>
    public async Task GrowAsync(int more, Task asking)
    {
        while (answers.Reader.TryRead(out _))
            continue;
        for (var i = 0; i < more; i++)
        {
            var answer = answers.Reader.ReadAsync().AsTask();
            if (await Task.WhenAny(answer, asking).WaitAsync(Hang) == asking)
            {
                await asking;
                throw new UnreachableException("Those who ask have ended before they were asked to.");
            }
        }
    }
}
