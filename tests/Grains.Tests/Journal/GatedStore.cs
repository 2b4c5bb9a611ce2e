using ClusterActors.Journal;
using ClusterActors.Storage.Sqlite;

namespace ClusterActors.Tests.Journal;

/// <summary>A SQLite store whose writer can be held at a gate, so that a test says what comes into one batch.</summary>
internal sealed class GatedStore : IAsyncDisposable
{
    private readonly ManualResetEventSlim gate = new();

    private GatedStore() => Store = Folder.Open(new FakeClock());

    public SqliteFolder Folder { get; } = new();

    public SqliteStore Store { get; }

    public static GatedStore Open() => new();

    /// <summary>What is queued from here to <see cref="Release"/> is one batch.</summary>
    public async Task HoldAsync()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = OnWriterAsync(_ =>
        {
            held.TrySetResult();
            gate.Wait();
        });
        await held.Task;
    }

    public void Release() => gate.Set();

    /// <summary>Reaches the writer's own connection, to make it fail.</summary>
    public Task<bool> OnWriterAsync(Action<SqliteSession> work) => Store.Writer.WriteAsync(
        db =>
        {
            work(db);
            return true;
        },
        CancellationToken.None);

    public static async Task<string> FaultAsync(Task task) => (await Assert.ThrowsAsync<JournalException>(() => task)).Code;

    public async ValueTask DisposeAsync()
    {
        Release();
        await Store.DisposeAsync();
        gate.Dispose();
        Folder.Dispose();
    }
}
