using System.Threading.Channels;

namespace ClusterActors.Bench.Calls;

/// <summary>
/// What an actor is at least: a channel, one reader, and a promise for each answer. As in the runtime, a caller goes on
/// elsewhere than in the reader's loop. No key, no time limit, no idle drop, no look-out for cycles.
/// </summary>
internal sealed class ChannelAdder : IAsyncDisposable
{
    private readonly Channel<Message> mailbox = Channel.CreateUnbounded<Message>(new() { SingleReader = true });
    private readonly Task reading;
    private long sum;

    public ChannelAdder() => reading = Task.Run(ReadAsync);

    public Task<long> Add(long amount)
    {
        var answer = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        mailbox.Writer.TryWrite(new(amount, answer));
        return answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        mailbox.Writer.Complete();
        await reading;
    }

    private async Task ReadAsync()
    {
        await foreach (var (amount, answer) in mailbox.Reader.ReadAllAsync())
            answer.SetResult(sum += amount);
    }

    private readonly record struct Message(long Amount, TaskCompletionSource<long> Answer);
}
