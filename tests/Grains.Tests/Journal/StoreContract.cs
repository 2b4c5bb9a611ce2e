using ClusterActors.Journal;
using ClusterActors.Storage;

namespace ClusterActors.Tests.Journal;

/// <summary><see cref="JournalContract"/> and the promises of what is read across streams, for stores that people look into.</summary>
public abstract partial class StoreContract : JournalContract
{
    protected new IStore Store => (IStore)base.Store;

    protected sealed override async Task<IJournalStore> OpenJournalAsync() => await OpenAsync();

    /// <summary>Opens this test's store: an empty one the first time, after that the same one again.</summary>
    protected abstract Task<IStore> OpenAsync();

    [Fact]
    public async Task a_proof_that_the_store_can_write_changes_nothing_and_is_refused_by_one_that_is_closed()
    {
        await Store.ProveWritableAsync();
        Assert.Empty(await Store.Views.ListAsync("school"));
        Assert.Equal(new(0, 0), await Store.Outbox.DepthAsync());
        var closed = Store;
        await CloseAsync();
        await Assert.ThrowsAsync<JournalException>(() => closed.ProveWritableAsync());
    }
}
