using System.Collections.Concurrent;
using System.Threading.Channels;
using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Tests.Journal;
using static ClusterActors.Journal.AppendResult;

namespace ClusterActors.Tests.Postgres;

/// <summary>
/// Writers that go on whatever happens, as grains and their callers do: what failed is repeated with the same operation id. It
/// keeps what was acknowledged, to be compared with what is there in the end.
/// </summary>
internal sealed class Load(IStore store, int streams)
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<(string Stream, string Operation), byte[]> acknowledged = new();
    private readonly ConcurrentDictionary<string, int> faults = new();
    private readonly Channel<bool> answers = Channel.CreateUnbounded<bool>();
    private volatile bool ending;
    private Task running = Task.CompletedTask;

    /// <summary>How often each fault was met.</summary>
    public IReadOnlyDictionary<string, int> Faults => faults;

    /// <summary>What has been acknowledged so far, with its answers.</summary>
    public IReadOnlyDictionary<(string Stream, string Operation), byte[]> Acknowledged => acknowledged.ToDictionary();

    public void Begin() => running = Task.WhenAll(Enumerable.Range(0, streams).Select(n => Task.Run(() => WriteAsync($"school:s{n}"))));

    /// <summary>Completes after so many more acknowledgements, not counting those of before; fails with a writer that fails.</summary>
    public async Task ProgressAsync(int more)
    {
        while (answers.Reader.TryRead(out _))
            continue;

        try
        {
            for (var i = 0; i < more; i++)
            {
                var answer = answers.Reader.ReadAsync().AsTask();
                if (await Task.WhenAny(answer, running).WaitAsync(Hang) == running)
                    await running;
            }
        }
        catch (TimeoutException)
        {
            Assert.Fail($"no progress after {acknowledged.Count} answers; faults: {string.Join(", ", faults)}");
        }
    }

    public async Task EndAsync()
    {
        ending = true;
        await running;
    }

    /// <summary>Nothing acknowledged is lost, nothing is there twice.</summary>
    public async Task CheckAsync()
    {
        Assert.Empty(await Verification.RunAsync(store.Reader));
        var written = new List<(string, string)>();
        await foreach (var e in store.Reader.ReadAllAsync(0))
            written.Add((e.Stream, e.OperationId));
        Assert.Equal(written.Count, written.Distinct().Count());
        Assert.Equal(acknowledged.Keys.Order(), written.Order());
        foreach (var ((stream, operation), answer) in acknowledged)
            Assert.Equal(answer, await store.Views.FindAnswerAsync(stream, operation));
    }

    private async Task WriteAsync(string stream)
    {
        for (var i = 0; !ending; i++)
        {
            var operation = $"op-{i}";
            while (await TryAsync(stream, operation) is { } fault)
            {
                faults.AddOrUpdate(fault, 1, (_, n) => n + 1);
                await Task.Yield();
            }
        }
    }

    private async Task<string?> TryAsync(string stream, string operation)
    {
        try
        {
            var append = Sample.Append(await store.Journal.ReadAsync(stream), operation);
            if (await store.Journal.AppendAsync(append) is Conflict)
                return "conflict";
            acknowledged.TryAdd((stream, operation), append.Answer);
            answers.Writer.TryWrite(true);
            return null;
        }
        catch (JournalException e)
        {
            return e.Code;
        }
    }
}
